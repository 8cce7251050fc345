import { fact, facts, type Made } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

const account = "111122223333";
const arn = (service: string, rest: string, region = "eu-west-1") => `arn:aws:${service}:${region}:${account}:${rest}`;
const expiring = (expiration: object) => ({
  rules: [{ id: "a", status: "Enabled", filter: { prefix: "a/" }, expiration }],
});
const lifecycles = on("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { bucket: "orders" });
const names = on("aws:s3/bucket:Bucket");
const policyType = "aws:s3/bucketPolicy:BucketPolicy";
const notificationType = "aws:s3/bucketNotification:BucketNotification";
const text = JSON.stringify;
const statement = (more: object) =>
  text({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", ...more }] });
const reader = { Principal: { AWS: `arn:aws:iam::${account}:role/r` }, Resource: "arn:aws:s3:::orders/*" };
const policies = on(policyType, { bucket: "orders" });
const replicating = (rule: object) => ({
  role: `arn:aws:iam::${account}:role/r`,
  rules: [{ id: "a", status: "Enabled", destination: { bucket: "arn:aws:s3:::copies" }, ...rule }],
});
const functionArn = arn("lambda", "function:a");
const heard = (...notified: object[]) => ({
  lambdaFunctions: notified.map((each) => ({ lambdaFunctionArn: functionArn, ...each })),
});

export const s3: FactsByName = {
  "expiry-not-midnight": lifecycles(
    "objects expire at midnight",
    expiring({ date: "2027-01-01T12:00:00Z" }),
    expiring({ date: "2027-01-01T00:00:00Z" }),
  ),
  "expiry-date-and-days": lifecycles(
    "objects expire at a date or after days",
    expiring({ date: "2027-01-01T00:00:00Z", days: 3 }),
    expiring({ days: 3 }),
  ),
  "expiry-no-days": lifecycles("objects expire after a day", expiring({ days: 0 }), expiring({ days: 1 })),
  "replication-without-filter": on("aws:s3/bucketReplicationConfig:BucketReplicationConfig", { bucket: "orders" })(
    "delete markers are replicated by a rule with a filter",
    replicating({ prefix: "a/", deleteMarkerReplication: { status: "Enabled" } }),
    replicating({ priority: 1, filter: { prefix: "a/" }, deleteMarkerReplication: { status: "Enabled" } }),
  ),
  "website-redirect-and-index": on("aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", {
    ...{ bucket: "orders", redirectAllRequestsTo: { hostName: "a.example.com" } },
  })("a website that redirects all has no index", { indexDocument: { suffix: "index.html" } }, {}),
  "notifications-same-suffix": on(notificationType, { bucket: "orders" })(
    "two functions do not hear of the same objects",
    heard({ events: ["s3:ObjectCreated:*"] }, { events: ["s3:ObjectCreated:Put"] }),
    heard({ events: ["s3:ObjectCreated:*"] }, { events: ["s3:ObjectRemoved:*"] }),
  ),
  "notifications-nested-prefix": on(notificationType, { bucket: "orders" })(
    "two prefixes of the same events do not overlap",
    heard(
      { events: ["s3:ObjectCreated:*"], filterPrefix: "a/" },
      { events: ["s3:ObjectCreated:*"], filterPrefix: "a/b/" },
    ),
    heard(
      { events: ["s3:ObjectCreated:*"], filterPrefix: "a/" },
      { events: ["s3:ObjectCreated:*"], filterPrefix: "b/" },
    ),
  ),
  "notifications-queue-and-function": on(notificationType, { bucket: "orders" })(
    "a queue and a function do not hear of the same objects",
    {
      ...heard({ events: ["s3:ObjectCreated:*"], filterSuffix: ".csv" }),
      queues: [{ queueArn: arn("sqs", "a"), events: ["s3:ObjectCreated:Put"], filterSuffix: ".csv" }],
    },
    {
      ...heard({ events: ["s3:ObjectCreated:*"], filterSuffix: ".csv" }),
      queues: [{ queueArn: arn("sqs", "a"), events: ["s3:ObjectCreated:Put"], filterSuffix: ".txt" }],
    },
  ),
  "name-capital": names("a bucket's name has no capital", { bucket: "upApp" }, { bucket: "up-app" }),
  "name-underscore": names("a bucket's name has no underscore", { bucket: "up_app" }, { bucket: "up-app" }),
  "policy-without-principal": policies(
    "a bucket's policy says whom it is for",
    { policy: statement({ Resource: "arn:aws:s3:::orders/*" }) },
    { policy: statement(reader) },
  ),
  "policy-resource-text": policies(
    "a bucket's policy names resources by ARN",
    { policy: statement({ ...reader, Resource: "orders/*" }) },
    { policy: statement(reader) },
  ),
  "policy-condition-of-listing": policies(
    "s3:prefix is a condition of listing",
    {
      policy: statement({
        ...{ ...reader, Resource: "arn:aws:s3:::orders", Action: "s3:GetBucketLocation" },
        Condition: { StringEquals: { "s3:prefix": "a/" } },
      }),
    },
    {
      policy: statement({
        ...{ ...reader, Resource: "arn:aws:s3:::orders", Action: "s3:ListBucket" },
        Condition: { StringEquals: { "s3:prefix": "a/" } },
      }),
    },
  ),
  "policy-action-of-objects": policies(
    "objects are read from the bucket's objects",
    { policy: statement({ ...reader, Resource: "arn:aws:s3:::orders" }) },
    { policy: statement(reader) },
  ),
  "policy-principal-placeholder": policies(
    "a principal is an ARN or an account",
    { policy: statement({ ...reader, Principal: { AWS: "REPLACE_ME_ORIGIN_ACCESS_IDENTITY" } }) },
    { policy: statement({ ...reader, Principal: { AWS: account } }) },
  ),
};

const topicType = "aws:sns/topic:Topic";
const subscriptionType = "aws:sns/topicSubscription:TopicSubscription";
const topic = arn("sns", "orders");
const subscribed = on(subscriptionType, { topic });
const ofFifo = on(subscriptionType, { topic: `${topic}.fifo` });

export const sns: FactsByName = {
  "fifo-name": on(topicType, { fifoTopic: true })("a FIFO topic's name says so", { name: "a" }, { name: "a.fifo" }),
  "standard-name-fifo": on(topicType)("a standard topic's name has no .fifo", { name: "a.fifo" }, { name: "a" }),
  "fifo-queue-on-standard": subscribed(
    "a FIFO queue does not hear a standard topic",
    { protocol: "sqs", endpoint: arn("sqs", "a.fifo") },
    { protocol: "sqs", endpoint: arn("sqs", "a") },
  ),
  "queue-url": subscribed(
    "a queue is subscribed by its ARN",
    { protocol: "sqs", endpoint: `https://sqs.eu-west-1.amazonaws.com/${account}/a` },
    { protocol: "sqs", endpoint: arn("sqs", "a") },
  ),
  "firehose-without-role": subscribed(
    "a Firehose stream is subscribed with a role",
    { protocol: "firehose", endpoint: arn("firehose", "deliverystream/a") },
    {
      ...{ protocol: "firehose", endpoint: arn("firehose", "deliverystream/a") },
      subscriptionRoleArn: `arn:aws:iam::${account}:role/r`,
    },
  ),
  "function-on-fifo": ofFifo(
    "a function does not hear a FIFO topic",
    { protocol: "lambda", endpoint: functionArn },
    { protocol: "sqs", endpoint: arn("sqs", "a.fifo") },
  ),
  "topic-of-other-region": fact(
    "a topic is subscribed to where it is",
    subscriptionType,
    { topic: arn("sns", "orders", "us-east-1"), protocol: "sqs", endpoint: arn("sqs", "a") },
    { topic, protocol: "sqs", endpoint: arn("sqs", "a") },
  ),
};

const queueType = "aws:sqs/queue:Queue";
const dead = (name: string) => text({ deadLetterTargetArn: arn("sqs", name), maxReceiveCount: 3 });

export const sqs: FactsByName = {
  "redrive-capital": on(queueType, { name: "orders" })(
    "a redrive policy's words are as AWS writes them",
    { redrivePolicy: text({ DeadLetterTargetArn: arn("sqs", "dead"), MaxReceiveCount: 3 }) },
    { redrivePolicy: dead("dead") },
  ),
  "fifo-dead-standard": on(queueType, { name: "orders.fifo", fifoQueue: true })(
    "a FIFO queue's dead letters go to a FIFO queue",
    { redrivePolicy: dead("dead") },
    { redrivePolicy: dead("dead.fifo") },
  ),
  "standard-dead-fifo": on(queueType, { name: "orders" })(
    "a standard queue's dead letters go to a standard queue",
    { redrivePolicy: dead("dead.fifo") },
    { redrivePolicy: dead("dead") },
  ),
  "fifo-dead-made-standard": facts(
    "the queue of a FIFO queue's dead letters is made FIFO",
    [
      [queueType, "dead", { name: "dead" }],
      [
        queueType,
        "orders",
        { name: "orders.fifo", fifoQueue: true, redrivePolicy: dead("dead") },
        { redrivePolicy: "aws:sqs/queue:Queue dead" },
      ],
    ],
    [
      [queueType, "dead", { name: "dead.fifo", fifoQueue: true }],
      [
        queueType,
        "orders",
        { name: "orders.fifo", fifoQueue: true, redrivePolicy: dead("dead.fifo") },
        { redrivePolicy: "aws:sqs/queue:Queue dead" },
      ],
    ],
  ),
};

const targetType = "aws:cloudwatch/eventTarget:EventTarget";
const role = { roleArn: `arn:aws:iam::${account}:role/r` };
const targets = on(targetType, { rule: "orders", targetId: "a" });
const aimed = (says: string, target: string, more: object = {}) =>
  targets(says, { arn: target, ...more }, { arn: target, ...role, ...more });

export const events: FactsByName = {
  "target-id": on(targetType, { rule: "orders", arn: functionArn })(
    "a target's id has no space",
    { targetId: "my target" },
    { targetId: "my-target" },
  ),
  "rule-by-arn": on(targetType, { targetId: "a", arn: functionArn })(
    "a rule is named",
    { rule: arn("events", "rule/orders") },
    { rule: "orders" },
  ),
  "connection-name": on("aws:cloudwatch/eventConnection:EventConnection", {
    ...{ authorizationType: "API_KEY", authParameters: { apiKey: { key: "k", value: "v" } } },
  })("a connection's name has no space", { name: "my connection" }, { name: "my-connection" }),
  "api-without-role": aimed("an API destination is called with a role", arn("events", "api-destination/a/0123456789")),
  "machine-without-role": aimed("a state machine is started with a role", arn("states", "stateMachine:a")),
  "build-without-role": aimed("a build is started with a role", arn("codebuild", "project/a")),
  "pipeline-without-role": aimed("a pipeline is started with a role", arn("codepipeline", "a")),
  "task-without-role": aimed("a task is started with a role", arn("ecs", "cluster/a"), {
    ecsTarget: { taskDefinitionArn: arn("ecs", "task-definition/a:1") },
  }),
  "schedule-on-own-bus": on("aws:cloudwatch/eventRule:EventRule", { scheduleExpression: "rate(1 hour)" })(
    "a schedule is on the default bus",
    { eventBusName: "orders" },
    { eventBusName: "default" },
  ),
  "template-without-path": on(targetType, { rule: "orders", arn: functionArn })(
    "a template's places are among the paths",
    { inputTransformer: { inputPaths: { id: "$.detail.id" }, inputTemplate: '{"a": <name>}' } },
    { inputTransformer: { inputPaths: { id: "$.detail.id" }, inputTemplate: '{"a": <id>}' } },
  ),
  "layer-as-target": targets("a layer is no target", { arn: arn("lambda", "layer:a:1") }, { arn: functionArn }),
};

const filled = (configuration: object): Made => [
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  "orders",
  {
    ...{ name: "orders", destination: "extended_s3" },
    extendedS3Configuration: { bucketArn: "arn:aws:s3:::orders", ...role, ...configuration },
  },
];

export const firehose: FactsByName = {
  "prefix-without-error-prefix": facts(
    "a prefix that says the time has one for errors",
    [filled({ prefix: "a/!{timestamp:yyyy}/" })],
    [filled({ prefix: "a/!{timestamp:yyyy}/", errorOutputPrefix: "errors/!{firehose:error-output-type}/" })],
  ),
  "partitions-without-keys": facts(
    "partitions have keys",
    [filled({ bufferingSize: 64, errorOutputPrefix: "errors/", dynamicPartitioningConfiguration: { enabled: true } })],
    [filled({ bufferingSize: 64 })],
  ),
};
