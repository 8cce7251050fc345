import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";

const account = "111122223333";
const arn = `arn:aws:kinesis:eu-west-1:${account}:stream/own`;
const elsewhere = arn.replace("eu-west-1", "us-east-1");
const key = (region: string) => `arn:aws:kms:${region}:${account}:key/11111111-1111-1111-1111-111111111111`;
const stream = on("aws:kinesis/stream:Stream", { name: "own", encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" });
const onDemand = { streamModeDetails: { streamMode: "ON_DEMAND" } };
const provisioned = { streamModeDetails: { streamMode: "PROVISIONED" } };
const consumer = (resource: string, name: string, streamArn = arn): Made => [
  "aws:kinesis/streamConsumer:StreamConsumer",
  resource,
  { name, streamArn },
];
const allows = (resourceArn: string, more: Record<string, unknown> = {}) => ({
  resourceArn,
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::444455556666:role/r" },
        Action: "kinesis:GetRecords",
        Resource: resourceArn,
        ...more,
      },
    ],
  }),
});
const policy = on("aws:kinesis/resourcePolicy:ResourcePolicy");

export const kinesis: FactsByName = {
  "kinesis-consumer-duplicate-name": beside(
    [consumer("first", "reader")],
    "a consumer has a name of its own",
    consumer("second", "reader"),
    consumer("second", "other"),
  ),
  "kinesis-consumer-stream-region": beside(
    [],
    "a consumer is of the stream's Region",
    consumer("subject", "reader", elsewhere),
    consumer("subject", "reader"),
  ),
  "kinesis-encryption-key-region": stream(
    "a key is of the stream's Region",
    { kmsKeyId: key("us-east-1") },
    { kmsKeyId: key("eu-west-1") },
  ),
  "kinesis-on-demand-shard-count": stream("on demand there are no shards", { ...onDemand, shardCount: 1 }, onDemand),
  "kinesis-provisioned-shard-count": stream("shards are counted", provisioned, { ...provisioned, shardCount: 1 }),
  "kinesis-resource-policy-action": policy(
    "what is allowed is of Kinesis",
    allows(arn, { Action: "s3:GetObject" }),
    allows(arn),
  ),
  "kinesis-resource-policy-principal": policy(
    "a statement has a principal",
    allows(arn, { Principal: undefined }),
    allows(arn),
  ),
  "kinesis-resource-policy-region": policy("a policy is of the stream's Region", allows(elsewhere), allows(arn)),
  "kinesis-resource-policy-resource": policy(
    "a statement is of the stream",
    allows(arn, { Resource: "*" }),
    allows(arn),
  ),
  "kinesis-shard-level-metrics-all": stream(
    "all metrics, or some",
    { ...provisioned, shardCount: 1, shardLevelMetrics: ["ALL", "IncomingBytes"] },
    { ...provisioned, shardCount: 1, shardLevelMetrics: ["IncomingBytes"] },
  ),
  "kinesis-warm-throughput-shard-count": stream(
    "what is warm is on demand",
    { ...provisioned, shardCount: 1, warmThroughputMibPs: 10 },
    { ...onDemand, warmThroughputMibPs: 10 },
  ),
};
