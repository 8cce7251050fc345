import { type Row, type TypeRows } from "../../schema";
import { at, bars, says } from "../given";
import { api, page } from "../pages";
import { together } from "../together";

const quotas = page("AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies");
const statement = (more: object) => ({
  Effect: "Allow",
  Principal: { AWS: "111122223333" },
  Action: "sqs:SendMessage",
  Resource: "arn:aws:sqs:eu-west-1:111122223333:orders",
  ...more,
});
const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const actions = [
  "SendMessage",
  "ReceiveMessage",
  "DeleteMessage",
  "GetQueueUrl",
  "GetQueueAttributes",
  "PurgeQueue",
  "SetQueueAttributes",
  "ListQueueTags",
].map((name) => `sqs:${name}`);
const accounts = Array.from({ length: 51 }, (_, n) => String(100_000_000_000 + n));
const few = (fact: string, path: string, most: number, good: string, bad: string): Row => ({
  at: "",
  fact,
  properties: { [`policy.$json.${path}`]: { maxItems: most } },
  good: { policy: good },
  bad: { policy: bad },
});
const queuePolicies: readonly Row[] = [
  few(
    "a statement of a queue's policy has at most 7 actions",
    "Statement[].Action",
    7,
    policy(statement({ Action: actions.slice(1) })),
    policy(statement({ Action: actions })),
  ),
  few(
    "a statement of a queue's policy has at most 50 principals",
    "Statement[].Principal.AWS",
    50,
    policy(statement({ Principal: { AWS: accounts.slice(1) } })),
    policy(statement({ Principal: { AWS: accounts } })),
  ),
  few(
    "a queue's policy has at most 20 statements",
    "Statement",
    20,
    policy(statement({})),
    policy(...Array.from({ length: 21 }, (_, n) => statement({ Sid: `S${n}` }))),
  ),
];
const topic = "aws:sns/topic:Topic";
const vast = { protocol: "email", endpoint: "orders@example.com" };
const bus = (name: string, region = "eu-west-1") => ({
  eventBusArn: `arn:aws:events:${region}:111122223333:event-bus/${name}`,
});
const endpoint = {
  name: "orders",
  eventBuses: [bus("orders"), bus("orders", "us-east-1")],
  routingConfig: {
    failoverConfig: { primary: { healthCheck: "arn:aws:route53:::healthcheck/a" }, secondary: { route: "us-east-1" } },
  },
};
const versions = (...weights: readonly number[]) => ({
  routingConfigurations: weights.map((weight, n) => ({
    stateMachineVersionArn: `arn:aws:states:eu-west-1:111122223333:stateMachine:orders:${n + 1}`,
    weight,
  })),
});
const fifo: Row["beside"] = {
  queue: {
    type: "aws:sqs/queue:Queue",
    properties: { arn: "arn:aws:sqs:eu-west-1:111122223333:orders.fifo", name: "orders.fifo", fifoQueue: true },
  },
  exact: {
    type: "aws:sqs/queue:Queue",
    properties: {
      arn: "arn:aws:sqs:eu-west-1:111122223333:exact.fifo",
      name: "exact.fifo",
      fifoQueue: true,
      contentBasedDeduplication: true,
    },
  },
};
const deduplicated = (arn: string, group: string): Row => ({
  at: "",
  fact: "a FIFO queue that is a target deduplicates by content",
  if: { required: [group] },
  then: {
    properties: {
      [arn]: {
        refersTo: {
          type: "aws:sqs/queue:Queue",
          fits: { required: ["contentBasedDeduplication"], properties: { contentBasedDeduplication: { const: true } } },
        },
      },
    },
  },
  level: "advisory",
  beside: fifo,
  good:
    arn === "arn"
      ? { rule: "r", arn: "arn:aws:sqs:eu-west-1:111122223333:exact.fifo", sqsTarget: { messageGroupId: "a" } }
      : { target: { arn: "arn:aws:sqs:eu-west-1:111122223333:exact.fifo", sqsParameters: { messageGroupId: "a" } } },
  bad:
    arn === "arn"
      ? { rule: "r", arn: "arn:aws:sqs:eu-west-1:111122223333:orders.fifo", sqsTarget: { messageGroupId: "a" } }
      : { target: { arn: "arn:aws:sqs:eu-west-1:111122223333:orders.fifo", sqsParameters: { messageGroupId: "a" } } },
});
const memory = (type: string, value: string) => ({ type, value });

/** What sentences of the API models say of queues, topics, events, pipes, schedules and state machines. */
export const messageSentences: readonly TypeRows[] = [
  ...["aws:sqs/queuePolicy:QueuePolicy", "aws:sqs/queue:Queue"].map((type) => ({
    type,
    source: quotas,
    rows: queuePolicies,
  })),
  {
    type: topic,
    source: api("sns", "CreateTopic"),
    rows: [
      bars(
        "active tracing is for standard topics",
        { fifoTopic: true, name: "orders.fifo" },
        { tracingConfig: "Active" },
        { when: { fifoTopic: true }, properties: { tracingConfig: { not: { const: "Active" } } }, excluded: [] },
      ),
    ],
  },
  {
    type: "aws:sns/topicSubscription:TopicSubscription",
    source: api("sns", "CreateTopic"),
    rows: [
      {
        at: "",
        fact: "a topic of messages above 256 KiB has subscriptions of SQS, Firehose and Lambda alone",
        if: { required: ["protocol"], not: { properties: { protocol: { enum: ["sqs", "firehose", "lambda"] } } } },
        then: {
          properties: {
            topic: { refersTo: { type: topic, fits: { properties: { maximumMessageSize: { maximum: 262_144 } } } } },
          },
        },
        beside: {
          vast: {
            type: topic,
            properties: { arn: "arn:aws:sns:eu-west-1:111122223333:vast", name: "vast", maximumMessageSize: 1_048_576 },
          },
        },
        good: { ...vast, topic: "arn:aws:sns:eu-west-1:111122223333:orders" },
        bad: { ...vast, topic: "arn:aws:sns:eu-west-1:111122223333:vast" },
      },
    ],
  },
  {
    type: "aws:cloudwatch/eventEndpoint:EventEndpoint",
    source: api("events", "CreateEndpoint"),
    rows: [
      together(
        "an endpoint that replicates events, as one does by default, has a role",
        {
          if: {
            not: {
              required: ["replicationConfig.state"],
              properties: { "replicationConfig.state": { const: "DISABLED" } },
            },
          },
          then: { required: ["roleArn"] },
        },
        endpoint,
        { replicationConfig: { state: "DISABLED" } },
        {},
      ),
    ],
  },
  {
    type: "aws:cloudwatch/eventRule:EventRule",
    source: api("events", "PutRule"),
    rows: [
      says(
        "management events are matched on the default bus and on custom ones",
        {
          when: { eventBusName: { pattern: "^aws\\.partner/" } },
          properties: { state: { not: { const: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" } } },
        },
        { eventBusName: "aws.partner/example.com/orders", state: "ENABLED" },
        { eventBusName: "aws.partner/example.com/orders", state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    source: api("events", "InputTransformer"),
    rows: [
      at(
        "inputTransformer.inputTemplate",
        "a placeholder is no key of an object",
        { not: { pattern: "[{,]\\s*<[\\w.-]+>\\s*:" } },
        '{"id": <id>}',
        "{<id>: 1}",
      ),
      { ...deduplicated("arn", "sqsTarget.messageGroupId"), source: api("events", "Target") },
    ],
  },
  {
    type: "aws:pipes/pipe:Pipe",
    source: api("pipes", "DeadLetterConfig"),
    rows: [
      ...["kinesisStreamParameters", "dynamodbStreamParameters"].map((source) =>
        at(
          `sourceParameters.${source}.deadLetterConfig.arn`,
          "records that a pipe gives up go to a queue or a topic",
          { arnOf: ["sqs", "sns"] },
          "arn:aws:sqs:eu-west-1:111122223333:orders",
          "arn:aws:lambda:eu-west-1:111122223333:function:f",
        ),
      ),
      at(
        "targetParameters.batchJobParameters.containerOverrides.resourceRequirements[]",
        "a job has at least 4 MiB of memory",
        {
          when: { type: "MEMORY" },
          properties: { value: { minimum: 4 } },
          source: api("pipes", "BatchResourceRequirement"),
        },
        memory("MEMORY", "4"),
        memory("MEMORY", "3"),
      ),
    ],
  },
  {
    type: "aws:scheduler/schedule:Schedule",
    source: api("scheduler", "EcsParameters"),
    rows: [
      at(
        "target.ecsParameters",
        "a platformVersion is for FARGATE",
        {
          if: { required: ["platformVersion", "launchType"] },
          then: { properties: { launchType: { const: "FARGATE" } } },
        },
        { launchType: "FARGATE", platformVersion: "1.4.0" },
        { launchType: "EC2", platformVersion: "1.4.0" },
      ),
      { ...deduplicated("target.arn", "target.sqsParameters.messageGroupId"), source: api("scheduler", "Target") },
    ],
  },
  {
    type: "aws:sfn/alias:Alias",
    source: api("sfn", "CreateStateMachineAlias"),
    rows: [
      together(
        "the weights of an alias are 100 together",
        { join: "aliasWeights" },
        { name: "live" },
        versions(50, 50),
        versions(50, 40),
      ),
    ],
  },
];
