import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api } from "../pages";
import { together } from "../together";
import { endpoint, fifo } from "./messages";

const versions = (...weights: readonly number[]) => ({
  routingConfigurations: weights.map((weight, n) => ({
    stateMachineVersionArn: `arn:aws:states:eu-west-1:111122223333:stateMachine:orders:${n + 1}`,
    weight,
  })),
});
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

/** What sentences of the API models say of events, pipes and schedules. */
export const eventSentences: readonly TypeRows[] = [
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
