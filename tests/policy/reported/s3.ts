import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const bucketArn = "arn:aws:s3:::orders";
const bucket: Made = ["aws:s3/bucket:Bucket", "orders", { bucket: "orders", arn: bucketArn, id: "orders" }];
const lifecycleType = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const rule = (more: Arguments) => ({
  rules: [{ id: "own", status: "Enabled", filter: { prefix: "in/" }, ...more }],
});
const lifecycle = on(lifecycleType, { bucket: "orders" });
const policy = (statement: Arguments) => ({
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        ...{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:role/r` } },
        ...{ Action: "s3:GetObject", Resource: `${bucketArn}/*`, ...statement },
      },
    ],
  }),
});
const bucketPolicy = on("aws:s3/bucketPolicy:BucketPolicy", { bucket: "orders" });

const functionArn = `arn:aws:lambda:eu-west-1:${account}:function:orders`;
const calls: readonly Made[] = [
  bucket,
  [
    "aws:lambda/function:Function",
    "orders",
    {
      ...{ name: "orders", arn: functionArn, role: `arn:aws:iam::${account}:role/r`, runtime: "nodejs22.x" },
      ...{ handler: "index.handler", s3Bucket: "code", s3Key: "orders.zip" },
    },
  ],
  [
    "aws:s3/bucketNotification:BucketNotification",
    "subject",
    { bucket: "orders", lambdaFunctions: [{ lambdaFunctionArn: functionArn, events: ["s3:ObjectCreated:*"] }] },
    { bucket: "aws:s3/bucket:Bucket orders", lambdaFunctions: "aws:lambda/function:Function orders" },
  ],
];
const allowed: Made = [
  "aws:lambda/permission:Permission",
  "orders",
  {
    ...{ function: "orders", action: "lambda:InvokeFunction", principal: "s3.amazonaws.com", sourceArn: bucketArn },
    sourceAccount: account,
  },
  { function: "aws:lambda/function:Function orders", sourceArn: "aws:s3/bucket:Bucket orders" },
];

const replicationType = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const copies = (more: Arguments, destination: Arguments = {}) => ({
  ...{ bucket: "orders", role: `arn:aws:iam::${account}:role/r` },
  rules: [
    {
      ...{ id: "own", status: "Enabled", priority: 1, filter: { prefix: "in/" } },
      deleteMarkerReplication: { status: "Disabled" },
      destination: { bucket: "arn:aws:s3:::copies", ...destination },
      ...more,
    },
  ],
});
const versions = (status: string): Made => [
  "aws:s3/bucketVersioning:BucketVersioning",
  "orders",
  { bucket: "orders", versioningConfiguration: { status } },
  { bucket: "aws:s3/bucket:Bucket orders" },
];
const copying: Made = [replicationType, "subject", copies({}), { bucket: "aws:s3/bucket:Bucket orders" }];

export const s3: FactsByName = {
  "transition-days-and-date": lifecycle(
    "a transition has days or a date",
    rule({ transitions: [{ days: 30, date: "2030-01-01T00:00:00Z", storageClass: "GLACIER" }] }),
    rule({ transitions: [{ days: 30, storageClass: "GLACIER" }] }),
  ),
  "delete-marker-beside-days": lifecycle(
    "expired delete markers go alone",
    rule({ expiration: { days: 30, expiredObjectDeleteMarker: true } }),
    rule({ expiration: { expiredObjectDeleteMarker: true } }),
  ),
  "abort-after-0-days": lifecycle(
    "an upload is given up after a day at the earliest",
    rule({ abortIncompleteMultipartUpload: { daysAfterInitiation: 0 } }),
    rule({ abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } }),
  ),
  "standard-ia-early": lifecycle(
    "objects go to STANDARD_IA after 30 days",
    rule({ transitions: [{ days: 15, storageClass: "STANDARD_IA" }] }),
    rule({ transitions: [{ days: 30, storageClass: "STANDARD_IA" }] }),
  ),
  "notification-without-permission": facts("a bucket may call the function that it tells", calls, [...calls, allowed]),
  "replication-threshold": on(replicationType)(
    "a threshold needs the control of replication time",
    copies({}, { metrics: { status: "Enabled", eventThreshold: { minutes: 15 } } }),
    copies(
      {},
      {
        metrics: { status: "Enabled", eventThreshold: { minutes: 15 } },
        replicationTime: { status: "Enabled", time: { minutes: 15 } },
      },
    ),
  ),
  "replication-without-versions": facts(
    "a bucket that is copied keeps versions",
    [bucket, versions("Suspended"), copying],
    [bucket, versions("Enabled"), copying],
  ),
  "object-action-on-bucket": bucketPolicy(
    "what is done to objects is allowed on objects",
    policy({ Resource: bucketArn }),
    policy({}),
  ),
  "unknown-action": bucketPolicy(
    "an action is one of S3",
    policy({ Action: "invalid_action" }),
    policy({ Action: "s3:GetObject" }),
  ),
  "principal-of-no-form": bucketPolicy(
    "a principal is an account or an ARN",
    policy({ Principal: { AWS: "reader" } }),
    policy({ Principal: { AWS: account } }),
  ),
  "log-delivery-acl": on("aws:s3/bucket:Bucket")(
    "a bucket whose owner owns all objects has no ACL",
    { bucket: "logs", acl: "log-delivery-write" },
    { bucket: "logs" },
  ),
};
