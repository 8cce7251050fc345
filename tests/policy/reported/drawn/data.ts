import { facts, type Made } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const table = on("aws:dynamodb/table:Table", { name: "orders", hashKey: "id" });
const keyed = (...attributes: readonly Arguments[]) => ({ billingMode: "PAY_PER_REQUEST", attributes });
const id = { name: "id", type: "S" };

export const dynamodb: FactsByName = {
  "attribute-unused": table("each attribute is a key's", keyed(id, { name: "user", type: "S" }), keyed(id)),
  "attribute-type": table("a key is text, number or bytes", keyed({ name: "id", type: "String" }), keyed(id)),
  "capacity-of-none": on("aws:dynamodb/table:Table", { name: "orders", hashKey: "id", attributes: [id] })(
    "capacity begins at one",
    { billingMode: "PROVISIONED", readCapacity: 0, writeCapacity: 0 },
    { billingMode: "PROVISIONED", readCapacity: 1, writeCapacity: 1 },
  ),
};

const bucketArn = "arn:aws:s3:::orders";
const bucket: Made = ["aws:s3/bucket:Bucket", "orders", { bucket: "orders", arn: bucketArn, id: "orders" }];
const lifecycle = on("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { bucket: "orders" });
const rule = (more: Arguments) => ({ rules: [{ id: "own", status: "Enabled", filter: { prefix: "in/" }, ...more }] });
const statement = {
  ...{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:role/r` } },
  ...{ Action: "s3:GetObject", Resource: `${bucketArn}/*` },
};
const policy = (more: Arguments): Made => [
  "aws:s3/bucketPolicy:BucketPolicy",
  "subject",
  { bucket: "orders", policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, ...more }] }) },
  { bucket: "aws:s3/bucket:Bucket orders" },
];
const queueUrl = `https://sqs.eu-west-1.amazonaws.com/${account}/orders`;
const queueArn = `arn:aws:sqs:eu-west-1:${account}:orders`;
const told: readonly Made[] = [
  bucket,
  ["aws:sqs/queue:Queue", "orders", { name: "orders", arn: queueArn, url: queueUrl, sqsManagedSseEnabled: true }],
  [
    "aws:s3/bucketNotification:BucketNotification",
    "subject",
    { bucket: "orders", queues: [{ queueArn, events: ["s3:ObjectCreated:*"] }] },
    { bucket: "aws:s3/bucket:Bucket orders", queues: "aws:sqs/queue:Queue orders" },
  ],
];
const mayTell: Made = [
  "aws:sqs/queuePolicy:QueuePolicy",
  "orders",
  {
    queueUrl,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          ...{ Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "sqs:SendMessage" },
          ...{ Resource: queueArn, Condition: { ArnLike: { "aws:SourceArn": bucketArn } } },
        },
      ],
    }),
  },
  { queueUrl: "aws:sqs/queue:Queue orders" },
];
const copies = (destination: string) => ({
  ...{ bucket: "orders", role: `arn:aws:iam::${account}:role/r` },
  rules: [
    {
      ...{ id: "own", status: "Enabled", priority: 1, filter: { prefix: "" } },
      ...{ deleteMarkerReplication: { status: "Disabled" }, destination: { bucket: destination } },
    },
  ],
});

export const s3: FactsByName = {
  "abort-by-size": lifecycle(
    "uploads are not given up by the size of objects",
    rule({ filter: { objectSizeGreaterThan: 1000 }, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }),
    rule({ abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }),
  ),
  "notification-queue-policy": facts("a queue lets the bucket that tells it", told, [...told, mayTell]),
  "replication-bucket-name": on("aws:s3/bucketReplicationConfig:BucketReplicationConfig")(
    "where copies go is an ARN",
    copies("copies"),
    copies("arn:aws:s3:::copies"),
  ),
  "policy-effect": facts("an effect is Allow or Deny", [bucket, policy({ Effect: "hello" })], [bucket, policy({})]),
};

const login = { username: "orders", password: "a-long-password-1", skipFinalSnapshot: true, storageEncrypted: true };
const mysql = { engine: "mysql", engineVersion: "8.0.39", instanceClass: "db.r6g.large", identifier: "orders" };
const instance = on("aws:rds/instance:Instance", { ...login, ...mysql });
const clusterType = "aws:rds/cluster:Cluster";
const scaled = (more: Arguments): readonly Made[] => [
  [
    clusterType,
    "orders",
    {
      ...{ clusterIdentifier: "orders", id: "orders", engine: "aurora-postgresql", skipFinalSnapshot: true },
      ...{ masterUsername: "orders", masterPassword: "a-long-password-1", storageEncrypted: true, ...more },
    },
  ],
  [
    "aws:rds/clusterInstance:ClusterInstance",
    "subject",
    { clusterIdentifier: "orders", engine: "aurora-postgresql", instanceClass: "db.serverless" },
    { clusterIdentifier: `${clusterType} orders` },
  ],
];

export const rds: FactsByName = {
  "io1-without-iops": instance(
    "io1 has operations",
    { allocatedStorage: 100, storageType: "io1" },
    { allocatedStorage: 100, storageType: "io1", iops: 1000 },
  ),
  "gp3-small-iops": instance(
    "gp3 has operations to choose from 400 GiB",
    { allocatedStorage: 100, storageType: "gp3", iops: 12000 },
    { allocatedStorage: 400, storageType: "gp3", iops: 12000 },
  ),
  "serverless-unscaled": facts(
    "an instance of Serverless is of a cluster that scales",
    scaled({}),
    scaled({ serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 } }),
  ),
};

export const elasticache: FactsByName = {
  "replicas-and-clusters": on("aws:elasticache/replicationGroup:ReplicationGroup", {
    ...{ replicationGroupId: "orders", description: "orders", nodeType: "cache.t4g.small" },
    ...{ atRestEncryptionEnabled: true, transitEncryptionEnabled: true },
  })(
    "nodes are counted in one way",
    { numCacheClusters: 2, replicasPerNodeGroup: 1 },
    { numNodeGroups: 1, replicasPerNodeGroup: 1 },
  ),
};
