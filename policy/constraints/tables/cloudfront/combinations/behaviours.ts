import { type Row } from "../../../schema";
import { guide } from "./shared";

const edge = (region: string, version: string) => `arn:aws:lambda:${region}:111122223333:function:f${version}`;
const methods = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

/** What a cache behaviour has, the default one and each further one. */
export const behavior = (at: string): readonly Row[] => [
  {
    at,
    fact: "trustedKeyGroups and trustedSigners exclude each other",
    dependentExcluded: { trustedKeyGroups: ["trustedSigners[]"] },
    source: guide("PrivateContent"),
    good: { trustedKeyGroups: ["k"] },
    bad: { trustedKeyGroups: ["k"], trustedSigners: ["self"] },
  },
  {
    at: `${at}.trustedSigners[]`,
    fact: "a signer is self or an account of twelve digits",
    pattern: "^(self|\\d{12})$",
    good: "self",
    bad: "me",
  },
  {
    at: `${at}.lambdaFunctionAssociations[].lambdaArn`,
    fact: "a function at the edge is in us-east-1",
    not: { pattern: "^arn:[^:]*:lambda:(?!us-east-1:)" },
    source: guide("lambda-at-edge-function-restrictions"),
    good: edge("us-east-1", ":1"),
    bad: edge("eu-west-1", ":1"),
  },
  {
    at: `${at}.lambdaFunctionAssociations[].lambdaArn`,
    fact: "a function at the edge is named by the ARN of a numbered version",
    not: { pattern: "^arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]+(:(\\$LATEST|.*[^\\d].*))?$" },
    source: guide("lambda-at-edge-function-restrictions"),
    good: edge("us-east-1", ":1"),
    bad: edge("us-east-1", ":live"),
  },
  {
    at: `${at}.lambdaFunctionAssociations[]`,
    fact: "a function sees the body of requests only",
    when: { includeBody: true },
    properties: { eventType: { enum: ["viewer-request", "origin-request"] } },
    source: guide("lambda-include-body-access"),
    good: { eventType: "origin-request", includeBody: true, lambdaArn: edge("us-east-1", ":1") },
    bad: { eventType: "origin-response", includeBody: true, lambdaArn: edge("us-east-1", ":1") },
  },
  {
    at,
    fact: "field-level encryption needs POST and PUT among the allowedMethods",
    when: { fieldLevelEncryptionId: {} },
    properties: { allowedMethods: { contains: { enum: ["POST", "PUT"] } } },
    source: guide("field-level-encryption"),
    good: { fieldLevelEncryptionId: "e", allowedMethods: methods },
    bad: { fieldLevelEncryptionId: "e", allowedMethods: ["GET", "HEAD"] },
  },
  {
    at,
    fact: "gRPC needs POST among the allowedMethods",
    when: { "grpcConfig.enabled": true },
    properties: { allowedMethods: { contains: { const: "POST" } } },
    source: guide("distribution-using-grpc"),
    good: { grpcConfig: { enabled: true }, allowedMethods: methods },
    bad: { grpcConfig: { enabled: true }, allowedMethods: ["GET", "HEAD"] },
  },
  {
    at,
    fact: "an originRequestPolicyId and forwardedValues exclude each other",
    dependentExcluded: { forwardedValues: ["originRequestPolicyId"] },
    good: { cachePolicyId: "c", originRequestPolicyId: "o" },
    bad: { forwardedValues: { queryString: false, cookies: { forward: "none" } }, originRequestPolicyId: "o" },
  },
  {
    at,
    fact: "a cached method is an allowed one",
    memberOf: [["cachedMethods[]", "allowedMethods[]"]],
    good: { allowedMethods: ["GET", "HEAD", "OPTIONS"], cachedMethods: ["GET", "HEAD", "OPTIONS"] },
    bad: { allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD", "OPTIONS"] },
  },
  {
    at,
    fact: "minTtl is not above defaultTtl, nor that above maxTtl",
    ordered: [
      ["minTtl", "<=", "defaultTtl"],
      ["defaultTtl", "<=", "maxTtl"],
      ["minTtl", "<=", "maxTtl"],
    ],
    good: { minTtl: 0, defaultTtl: 60, maxTtl: 3600 },
    bad: { minTtl: 0, defaultTtl: 7200, maxTtl: 3600 },
  },
];
