import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

const account = "111122223333";
const logGroup = `arn:aws:logs:eu-west-1:${account}:log-group:/aws/events/tasks`;
const queue = `arn:aws:sqs:eu-west-1:${account}:orders`;
const rule = on("aws:cloudwatch/eventRule:EventRule", { name: "orders" });
const pattern = (eventPattern: string) => ({ eventPattern });
const scheduled = (scheduleExpression: string) => ({ scheduleExpression });
const pipe = on("aws:pipes/pipe:Pipe", { name: "orders", roleArn: `arn:aws:iam::${account}:role/r`, target: queue });

export const events: FactsByName = {
  "log-group-input": on("aws:cloudwatch/eventTarget:EventTarget", { rule: "tasks", arn: logGroup })(
    "a log group takes a time and a message",
    { input: JSON.stringify({ SomeParam: "SomeValue" }) },
    {
      inputTransformer: {
        inputPaths: { time: "$.time", task: "$.detail.taskArn" },
        inputTemplate: '{"timestamp": <time>, "message": "<task>"}',
      },
    },
  ),
  "pattern-in-text": rule(
    "a pattern is an object, not a text that has one",
    pattern(JSON.stringify(JSON.stringify({ source: ["aws.medialive"] }))),
    pattern(JSON.stringify({ source: ["aws.medialive"] })),
  ),
  "pattern-empty-object": rule(
    "a pattern has no empty object",
    pattern(JSON.stringify({ source: ["aws.health"], detail: {} })),
    pattern(JSON.stringify({ source: ["aws.health"] })),
  ),
  "rule-of-nothing": rule("a rule has a pattern or a schedule", {}, scheduled("rate(5 minutes)")),
  "cron-weekday": rule(
    "a day of the week is 1 to 7, or its name",
    scheduled("cron(15 12 ? * -1 *)"),
    scheduled("cron(15 12 ? * 1 *)"),
  ),
  "cron-five-fields": rule("a cron has six fields", scheduled("cron(*/1 * * * *)"), scheduled("cron(*/1 * * * ? *)")),
  "rate-plural": rule("one minute is no minutes", scheduled("rate(1 minutes)"), scheduled("rate(1 minute)")),
  "rule-state": rule(
    "a rule is on or off",
    { ...scheduled("rate(5 minutes)"), state: "PAUSED" },
    { ...scheduled("rate(5 minutes)"), state: "DISABLED" },
  ),
};

const kafka = `arn:aws:kafka:eu-west-1:${account}:cluster/own/11111111-1111-1111-1111-111111111111-1`;
const table = `arn:aws:dynamodb:eu-west-1:${account}:table/orders/stream/2026-01-01T00:00:00.000`;
const read = (batchSize: number) => ({
  sourceParameters: { dynamodbStreamParameters: { startingPosition: "LATEST", batchSize } },
});

export const pipes: FactsByName = {
  "kafka-parameters": pipe(
    "a pipe says which topic of Kafka it reads",
    { source: kafka, sourceParameters: { filterCriteria: { filters: [{ pattern: '{"value":{"a":["b"]}}' }] } } },
    { source: kafka, sourceParameters: { managedStreamingKafkaParameters: { topicName: "orders" } } },
  ),
  "batch-of-none": pipe("a batch has one record", { source: table, ...read(0) }, { source: table, ...read(1) }),
};
