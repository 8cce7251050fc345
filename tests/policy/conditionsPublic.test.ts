import { type Input, judges, sent as r } from "./judgement/judge";
import { account, policy } from "./judgement/samples";

/** Whether a condition leaves only callers that it names, under AWS's definition of public. */
const conditions: readonly (readonly [says: string, condition: object, closed: boolean])[] = [
  ["MFA", { Bool: { "aws:MultiFactorAuthPresent": "true" } }, false],
  ["MFA not long ago", { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } }, false],
  ["TLS", { Bool: { "aws:SecureTransport": "true" } }, false],
  ["a Region", { StringEquals: { "aws:RequestedRegion": "eu-west-1" } }, false],
  ["a referer", { StringLike: { "aws:Referer": "https://example.com/*" } }, false],
  ["a user agent", { StringEquals: { "aws:UserAgent": "ours" } }, false],
  ["a day", { DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" } }, false],
  ["a tag of the caller", { StringEquals: { "aws:PrincipalTag/team": "data" } }, false],
  ["a kind of caller", { StringEquals: { "aws:PrincipalType": "User" } }, false],
  ["any signed caller", { StringNotEquals: { "aws:PrincipalType": "Anonymous" } }, false],
  ["all addresses", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }, false],
  ["all organizations", { StringLike: { "aws:PrincipalOrgID": "o-*" } }, false],
  ["any endpoint", { StringLike: { "aws:SourceVpce": "vpce-*" } }, false],
  ["all but an endpoint", { StringNotEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } }, false],
  ["an organization if there", { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-abc1234567" } }, false],
  ["an organization", { StringEquals: { "aws:PrincipalOrgID": "o-abc1234567" } }, true],
  ["a part of one", { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-abc1234567/r-ab12/ou-ab12/*" } }, true],
  ["an account", { StringEquals: { "aws:PrincipalAccount": account } }, true],
  ["a role", { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/deploy-*` } }, true],
  ["an endpoint", { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } }, true],
  ["a network", { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } }, true],
  ["addresses of an office", { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } }, true],
  [
    "MFA in an organization",
    { Bool: { "aws:MultiFactorAuthPresent": "true" }, StringEquals: { "aws:PrincipalOrgID": "o-abc1234567" } },
    true,
  ],
];

const everything = (Condition: object) =>
  policy({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", Condition });

/** Resources with a policy for everybody. */
const holders: Readonly<Record<string, readonly [part: string, made: (document: string) => ReturnType<typeof r>]>> = {
  bucket: ["s3-public-policy", (document) => r("bucketPolicy", "p", { bucket: "b", policy: document })],
  queue: ["sqs-public-policy", (document) => r("queuePolicy", "p", { queueUrl: "q", policy: document })],
  key: ["kms-public-policy", (document) => r("key", "p", { policy: document })],
  secret: ["secretsmanager-public-policy", (document) => r("secretPolicy", "p", { secretArn: "s", policy: document })],
};

judges(
  "a policy for everybody",
  Object.entries(holders).flatMap(([of, [rule, made]]) =>
    conditions.map(([says, condition, closed]): Input => [
      `of a ${of} under ${says}`,
      [closed ? "says nothing of" : "stops", rule],
      made(everything(condition)),
    ]),
  ),
);

judges(
  "a role that everybody may take on",
  conditions.map(([says, condition, closed]): Input => [
    `under ${says}`,
    [closed ? "says nothing of" : "stops", "iam-role-trust-public"],
    r("role", "r", {
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole", Condition: condition }],
      }),
    }),
  ]),
);
