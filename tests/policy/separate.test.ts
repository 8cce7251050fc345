import fc from "fast-check";
import { cases, holds, resource, unknown, violates } from "./expectations";

type Properties = Record<string, unknown>;

const wrong = fc.constantFrom<unknown>([], {}, -1, true, [[]], "", null);

describe("a backup plan", () => {
  const plan = resource("backupPlan", "plan", { id: "plan-1", rules: [{ ruleName: "daily" }] });
  const selections = fc.array(fc.oneof(fc.stringMatching(/^other-\w{1,8}$/), wrong), { maxLength: 3 });

  it("backs up what a selection names by its id, among any others; without one it is advised", () =>
    fc.assert(
      fc.asyncProperty(selections, fc.boolean(), async (others, own) => {
        const ids = [...others, ...(own ? ["plan-1"] : [])];
        const made = ids.map((planId, index) => resource("backupSelection", `s${index}`, { planId }));
        if (own) await holds("backup-selection", plan, ...made);
        else await violates("backup-selection", ["backs up nothing"], plan, ...made);
      }),
      { numRuns: 20 },
    ));
});

describe("an API's VPC endpoints", () => {
  const ids = fc.array(fc.stringMatching(/^vpce-[0-9a-f]{8}$/), { maxLength: 4 });
  const types = fc.constantFrom("PRIVATE", "REGIONAL", "EDGE");

  it("are optional for a private one, and taken by no other, however the type is written", () =>
    fc.assert(
      fc.asyncProperty(ids, types, fc.boolean(), fc.boolean(), async (vpcEndpointIds, type, listed, leftOut) => {
        const configuration: Properties = { types: listed ? [type] : type, ...(!leftOut && { vpcEndpointIds }) };
        const api = resource("restApi", "api", { endpointConfiguration: configuration });
        if (type === "PRIVATE" || leftOut || vpcEndpointIds.length === 0) await holds("apigateway-vpc-endpoints", api);
        else await violates("apigateway-vpc-endpoints", ["PRIVATE only"], api);
      }),
      { numRuns: 20 },
    ));
});

const encryption = (rule: Properties, more: Properties = {}) =>
  resource("bucket", "b", { bucket: "b", serverSideEncryptionConfiguration: { rule }, ...more });
const byKms = { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } };
cases("s3-bucket-key", {
  holds: {
    "an argument of the bucket": [encryption({ ...byKms, bucketKeyEnabled: true })],
    "AWS's own keys": [encryption({ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } })],
    "an argument that is left out": [
      resource("bucket", "b", { bucket: "b", serverSideEncryptionConfiguration: unknown }),
    ],
  },
  violates: {
    "KMS without a bucket key, by an argument of the bucket": [
      ["serverSideEncryptionConfiguration"],
      encryption(byKms),
    ],
    "the same by a resource": [
      ["rules[0].bucketKeyEnabled"],
      resource("bucketEncryption", "e", { bucket: "b", rules: [byKms] }),
    ],
  },
});

const table = (more: Properties = {}) =>
  resource("table", "t", { name: "t", arn: "arn:t", billingMode: "PAY_PER_REQUEST", ...more });
const replica = resource("tableReplica", "r", { globalTableArn: "arn:t" });
cases("dynamodb-replica-stream", {
  holds: {
    "a stream of both images, with a replica of its own": [
      table({ streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" }),
      replica,
    ],
    "a table without replicas": [table()],
    "a replica of another table": [table(), resource("tableReplica", "r", { globalTableArn: "arn:other" })],
  },
  violates: {
    "a replica of its own and no stream": [["no stream"], table(), replica],
    "a replica of its own and keys alone": [
      ["KEYS_ONLY"],
      table({ streamEnabled: true, streamViewType: "KEYS_ONLY" }),
      replica,
    ],
  },
});

const inline = (length: number) => [{ name: "p", policy: `{"Statement":"${"x".repeat(length)}"}` }];
cases("iam-role-policy-size", {
  holds: { "9,000 characters inline": [resource("role", "r", { name: "r", inlinePolicies: inline(9_000) })] },
  violates: {
    "too many inline": [["10,240"], resource("role", "r", { name: "r", inlinePolicies: inline(10_240) })],
    "too many inline and separate together": [
      ["10,240"],
      resource("role", "r", { name: "r", inlinePolicies: inline(6_000) }),
      resource("rolePolicy", "p", { role: "r", policy: JSON.stringify({ Statement: "x".repeat(6_000) }) }),
    ],
  },
});

const proxy = resource("dbProxy", "p", { name: "p", endpoint: "p.rds", vpcSubnetIds: ["a"] });
const subnets = ["a", "b"].map((id) => resource("subnet", id, { id, vpcId: `vpc-${id}` }));
const entrance = (id: string) =>
  resource("dbProxyEndpoint", "e", { dbProxyName: "p", endpoint: "e.rds", vpcSubnetIds: [id] });
const user = resource("function", "f", {
  environment: { variables: { HOST: "e.rds" } },
  vpcConfig: { subnetIds: ["b"] },
});
cases("rds-proxy-network", {
  holds: { "a function in the network of the endpoint that it uses": [proxy, ...subnets, entrance("b"), user] },
  violates: {
    "a function in another network than the endpoint": [["another network"], proxy, ...subnets, entrance("a"), user],
  },
});

cases("sqs-dead-letter-type", {
  holds: {},
  violates: {
    "a standard queue for a FIFO queue, by a resource that stands for the argument": [
      ["SQS refuses that"],
      resource("queue", "q", { url: "u", arn: "arn:q", fifoQueue: true }),
      resource("queue", "d", { arn: "arn:d" }),
      resource("queueRedrivePolicy", "r", {
        queueUrl: "u",
        redrivePolicy: JSON.stringify({ deadLetterTargetArn: "arn:d", maxReceiveCount: 3 }),
      }),
    ],
  },
});
