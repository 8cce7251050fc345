import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const queueArn = `arn:aws:sqs:eu-west-1:${account}:orders`;
const topicArn = `arn:aws:sns:eu-west-1:${account}:orders`;
const queueType = "aws:sqs/queue:Queue";
const subscriptionType = "aws:sns/topicSubscription:TopicSubscription";

export const sqs: FactsByName = {
  "standard-deduplication": on(queueType, { name: "orders" })(
    "a standard queue does not look for duplicates",
    { contentBasedDeduplication: true },
    {},
  ),
  "fifo-name": on(queueType, { fifoQueue: true })(
    "the name of a queue in order ends with .fifo",
    { name: "orders" },
    { name: "orders.fifo" },
  ),
  "redrive-allow-by-queue": on(queueType, { name: "orders" })(
    "what is allowed by queue names queues",
    { redriveAllowPolicy: JSON.stringify({ redrivePermission: "byQueue" }) },
    { redriveAllowPolicy: JSON.stringify({ redrivePermission: "byQueue", sourceQueueArns: [queueArn] }) },
  ),
};

const subscription = on(subscriptionType, { topic: topicArn, protocol: "sqs", endpoint: queueArn });
const subscribed = (name: string, more: Arguments): Made => [
  subscriptionType,
  name,
  { topic: topicArn, protocol: "sqs", endpoint: queueArn, ...more },
];

export const sns: FactsByName = {
  "topic-elsewhere": subscription(
    "a subscription is made where its topic is",
    { topic: topicArn.replace("eu-west-1", "us-east-1") },
    {},
  ),
  "topic-no-arn": subscription("a topic is named by its ARN", { topic: "orders" }, {}),
  "filter-scope-alone": subscription(
    "a scope is that of a filter",
    { filterPolicyScope: "MessageBody" },
    { filterPolicyScope: "MessageBody", filterPolicy: JSON.stringify({ kind: ["new"] }) },
  ),
  "endpoint-twice": facts(
    "an endpoint is subscribed to a topic once",
    [subscribed("first", {}), subscribed("second", { rawMessageDelivery: true })],
    [subscribed("first", {}), subscribed("second", { endpoint: `${queueArn}-other`, rawMessageDelivery: true })],
  ),
};
