import { type Row, type TypeRows } from "../../schema";
import { bars } from "../given";
import { api, page } from "../pages";

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
export const endpoint = {
  name: "orders",
  eventBuses: [bus("orders"), bus("orders", "us-east-1")],
  routingConfig: {
    failoverConfig: { primary: { healthCheck: "arn:aws:route53:::healthcheck/a" }, secondary: { route: "us-east-1" } },
  },
};
export const fifo: Row["beside"] = {
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
];
