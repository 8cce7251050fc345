import { type FactsByName } from "./facts";
import { on } from "./on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const topicArn = `arn:aws:sns:eu-west-1:${account}:own`;
const queueArn = `arn:aws:sqs:eu-west-1:${account}:own`;
const topic = on("aws:sns/topic:Topic", { name: "own" });
const subscriptionType = "aws:sns/topicSubscription:TopicSubscription";
const dead = { redrivePolicy: JSON.stringify({ deadLetterTargetArn: `arn:aws:sqs:eu-west-1:${account}:dead` }) };
const subscribed = { topic: topicArn, protocol: "sqs", endpoint: queueArn, ...dead };
const subscription = on(subscriptionType, subscribed);
const web = on(subscriptionType, { ...subscribed, protocol: "https", endpoint: "https://a.example.com/in" });
const retries = (healthyRetryPolicy: Arguments) => ({
  deliveryPolicy: JSON.stringify({
    healthyRetryPolicy: { minDelayTarget: 20, maxDelayTarget: 20, numRetries: 3, ...healthyRetryPolicy },
  }),
});
const filter = (policy: Arguments) => ({ filterPolicy: JSON.stringify(policy) });

export const sns: FactsByName = {
  "sns-delivery-policy": web(
    "a delay is an hour at most",
    retries({ maxDelayTarget: 3601 }),
    retries({ maxDelayTarget: 3600 }),
  ),
  "sns-fifo-only-attributes": topic(
    "a standard topic knows no duplicates",
    { contentBasedDeduplication: true },
    { contentBasedDeduplication: false },
  ),
  "sns-fifo-queue-on-standard-topic": subscription(
    "a standard topic sends to no FIFO queue",
    { endpoint: `${queueArn}.fifo` },
    { endpoint: `${queueArn}.fifo`, topic: `${topicArn}.fifo` },
  ),
  "sns-fifo-topic-name": on("aws:sns/topic:Topic", { fifoTopic: true })(
    "the name of a FIFO topic ends with .fifo",
    { name: "own" },
    { name: "own.fifo" },
  ),
  "sns-fifo-topic-protocol": on(subscriptionType, { ...subscribed, topic: `${topicArn}.fifo` })(
    "a FIFO topic calls no function",
    { protocol: "lambda", endpoint: `arn:aws:lambda:eu-west-1:${account}:function:f` },
    { protocol: "sqs", endpoint: queueArn },
  ),
  "sns-filter-policy": subscription("the values of a filter are lists", filter({ a: "b" }), filter({ a: ["b"] })),
  "sns-firehose-subscription-role": on(subscriptionType, {
    ...subscribed,
    protocol: "firehose",
    endpoint: `arn:aws:firehose:eu-west-1:${account}:deliverystream/own`,
  })("Firehose needs a role", {}, { subscriptionRoleArn: `arn:aws:iam::${account}:role/r` }),
  "sns-raw-message-delivery": on(subscriptionType, { ...subscribed, rawMessageDelivery: true })(
    "a function gets no raw messages",
    { protocol: "lambda", endpoint: `arn:aws:lambda:eu-west-1:${account}:function:f` },
    { protocol: "sqs", endpoint: queueArn },
  ),
  "sns-subscription-endpoint": web(
    "HTTPS has a URL",
    { endpoint: "http://a.example.com/in" },
    { endpoint: "https://a.example.com/in" },
  ),
  "sns-subscription-redrive": subscription(
    "dead letters go to a queue",
    { redrivePolicy: JSON.stringify({ deadLetterTargetArn: topicArn }) },
    dead,
  ),
  "sns-subscription-region": subscription(
    "a subscription is of the topic's Region",
    { topic: topicArn.replace("eu-west-1", "us-east-1") },
    {},
  ),
  "sns-topic-attribute-values": topic(
    "a signature is of the first or second version",
    { signatureVersion: 3 },
    { signatureVersion: 2 },
  ),
  "sns-topic-name-format": on("aws:sns/topic:Topic")(
    "a name has no dots",
    { name: "own.topic" },
    { name: "own-topic" },
  ),
  "sns-topic-policy-topics": on("aws:sns/topicPolicy:TopicPolicy", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account}:role/r` },
          Action: "sns:Publish",
          Resource: topicArn,
        },
      ],
    }),
  })("a topic is named by its ARN", { arn: "own" }, { arn: topicArn }),
};
