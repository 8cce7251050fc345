import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { cached } from "./distribution";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const region = { region: "us-east-1" };
const roleArn = `arn:aws:iam::${account}:role/edge`;
const functionArn = `arn:aws:lambda:us-east-1:${account}:function:edge`;

const trust = (...Service: readonly string[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" }],
  });

/** A function that a distribution calls when a viewer asks. */
const edge = (
  more: Arguments,
  { services = ["lambda.amazonaws.com", "edgelambda.amazonaws.com"], arn = `${functionArn}:3` } = {},
): readonly Made[] => [
  ["aws:iam/role:Role", "edge", { name: "edge", arn: roleArn, assumeRolePolicy: trust(...services) }],
  [
    "aws:lambda/function:Function",
    "edge",
    {
      ...{ name: "edge", role: roleArn, s3Bucket: "code", s3Key: "edge.zip", publish: true },
      ...{ runtime: "nodejs22.x", handler: "index.handler", ...region, arn: functionArn, ...more },
    },
    { role: "aws:iam/role:Role edge" },
  ],
  [
    "aws:cloudfront/distribution:Distribution",
    "subject",
    cached({ lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: arn }] }),
    { defaultCacheBehavior: "aws:lambda/function:Function edge" },
  ],
];

export const lambdaEdge: FactsByName = {
  "edge-environment": facts(
    "a function at the edge has no environment",
    edge({ environment: { variables: { STAGE: "dev" } } }),
    edge({}),
  ),
  "edge-version": facts("a distribution names a version", edge({}, { arn: functionArn }), edge({})),
  "edge-trust": facts(
    "the role of a function at the edge trusts the edge",
    edge({}, { services: ["lambda.amazonaws.com"] }),
    edge({}),
  ),
};
