import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { many } from "../measured/ofType";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const role = `arn:aws:iam::${account}:role/r`;
const functionType = "aws:lambda/function:Function";
const permissionType = "aws:lambda/permission:Permission";
const mappingType = "aws:lambda/eventSourceMapping:EventSourceMapping";
const zip = { name: "orders", role, s3Bucket: "code", s3Key: "orders.zip" };
const node = { ...zip, runtime: "nodejs22.x", handler: "index.handler" };
const queueArn = `arn:aws:sqs:eu-west-1:${account}:orders`;

const trust = (Service: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" }],
  });

const fromQueue = (name: string, more: Arguments) => ({
  functionName: "orders",
  eventSourceArn: `arn:aws:sqs:eu-west-1:${account}:${name}`,
  ...more,
});

/** A function that works off a queue whose messages stay hidden for some time. */
const hidden = (visibilityTimeoutSeconds: number): readonly Made[] => [
  ["aws:sqs/queue:Queue", "orders", { name: "orders", arn: queueArn, visibilityTimeoutSeconds }],
  [functionType, "orders", { ...node, timeout: 60 }],
  [mappingType, "subject", fromQueue("orders", {}), { functionName: `${functionType} orders` }],
];

/** Warm environments for an alias of the second version. */
const warm = (routingConfig: Arguments): readonly Made[] => [
  ["aws:lambda/alias:Alias", "live", { name: "live", functionName: "orders", functionVersion: "2", ...routingConfig }],
  [
    "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    "subject",
    { functionName: "orders", qualifier: "live", provisionedConcurrentExecutions: 1 },
  ],
];

export const lambda: FactsByName = {
  "environment-reserved-region": on(functionType, node)(
    "a function's environment has no AWS_REGION of its own",
    { environment: { variables: { AWS_REGION: "eu-west-1" } } },
    { environment: { variables: { REGION: "eu-west-1" } } },
  ),
  "key-arn-quoted": on(functionType, node)(
    "the ARN of a key has no quotation marks around it",
    { kmsKeyArn: `"arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab"` },
    { kmsKeyArn: `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab` },
  ),
  "role-name": on(functionType, node)("a function's role is an ARN", { role: "r" }, { role }),
  "runtime-architecture": on(functionType, { ...zip, handler: "bootstrap", architectures: ["arm64"] })(
    "the first runtime for any language is of x86_64 alone",
    { runtime: "provided" },
    { runtime: "provided.al2023" },
  ),
  "alias-own-version": on("aws:lambda/alias:Alias", { name: "live", functionName: "orders", functionVersion: "69" })(
    "an alias shares its requests with another version than its own",
    { routingConfig: { additionalVersionWeights: { "69": 0.1 } } },
    { routingConfig: { additionalVersionWeights: { "68": 0.1 } } },
  ),
  "provisioned-alias-weights": facts(
    "an alias with warm environments is of one version",
    warm({ routingConfig: { additionalVersionWeights: { "1": 0.1 } } }),
    warm({}),
  ),
  "permission-via-url": on(permissionType, { function: "orders", principal: "*", statementId: "url" })(
    "what calls by the URL is a permission to invoke the function",
    { action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "AWS_IAM", invokedViaFunctionUrl: true },
    { action: "lambda:InvokeFunction", invokedViaFunctionUrl: true },
  ),
  "mapping-without-source": on(mappingType, { functionName: "orders" })(
    "a mapping has a source",
    { batchSize: 10 },
    { batchSize: 10, eventSourceArn: queueArn },
  ),
  "queue-visibility": facts("a message stays hidden while the function works on it", hidden(30), hidden(360)),
  "fifo-batching-window": on(mappingType)(
    "messages in order are not gathered for a time",
    fromQueue("orders.fifo", { maximumBatchingWindowInSeconds: 5 }),
    fromQueue("orders", { maximumBatchingWindowInSeconds: 5 }),
  ),
  "fifo-batch-size": on(mappingType)(
    "a batch of messages in order has ten",
    fromQueue("orders.fifo", { batchSize: 11 }),
    fromQueue("orders.fifo", { batchSize: 10 }),
  ),
  "role-not-assumed": facts(
    "a function's role trusts Lambda",
    [
      ["aws:iam/role:Role", "r", { name: "r", arn: role, assumeRolePolicy: trust("ec2.amazonaws.com") }],
      [functionType, "subject", node],
    ],
    [
      ["aws:iam/role:Role", "r", { name: "r", arn: role, assumeRolePolicy: trust("lambda.amazonaws.com") }],
      [functionType, "subject", node],
    ],
  ),
  "security-groups": on(functionType, node)(
    "a function has five security groups",
    { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: many(6, (index) => `sg-${index}`) } },
    { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: many(5, (index) => `sg-${index}`) } },
  ),
  "image-without-registry": on(functionType, { name: "orders", role, packageType: "Image" })(
    "an image lies in a registry of ECR",
    { imageUri: "orders:latest" },
    { imageUri: `${account}.dkr.ecr.eu-west-1.amazonaws.com/orders:latest` },
  ),
};
