import { type Row, type TypeRows } from "../schema";
import { api, page } from "./pages";
import { queueArn } from "./samples";
import { sameRegion, together } from "./together";

const key = "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111";
const topic = "arn:aws:sns:eu-west-1:111122223333:t";
const role = "arn:aws:iam::111122223333:role/r";
const pipe = { name: "p", roleArn: role };

const queueUrl: Row = {
  at: "queueUrl",
  fact: "a queue is named by its address, not by its ARN",
  not: { pattern: "^arn:" },
  good: "https://sqs.eu-west-1.amazonaws.com/111122223333/orders",
  bad: queueArn,
};

const policyOf = (type: string): TypeRows => ({ type, source: api("sqs", "SetQueueAttributes"), rows: [queueUrl] });

/** What blocks of a schedule's target go with. */
const scheduled: readonly (readonly [block: string, service: string, value: object])[] = [
  ["ecsParameters", "ecs", { taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/t:1" }],
  ["kinesisParameters", "kinesis", { partitionKey: "k" }],
  ["eventbridgeParameters", "events", { detailType: "t", source: "s" }],
  ["sqsParameters", "sqs", { messageGroupId: "g" }],
  ["sagemakerPipelineParameters", "sagemaker", {}],
];

const arnOf = (service: string): string =>
  service === "sqs"
    ? `${queueArn}.fifo`
    : `arn:aws:${service}:eu-west-1:111122223333:${{ ecs: "cluster/c", kinesis: "stream/s", events: "event-bus/b" }[service] ?? "pipeline/p"}`;

const universal = "arn:aws:scheduler:::aws-sdk:sqs:sendMessage";

/** What a pipe's target takes in one call. */
const batches: Readonly<Record<string, number>> = { events: 10, sqs: 10, sns: 10, states: 1, ecs: 1 };

/** Queues, topics, schedules and pipes: settings that go together, or do not. */
export const messaging: readonly TypeRows[] = [
  policyOf("aws:sqs/queuePolicy:QueuePolicy"),
  policyOf("aws:sqs/redrivePolicy:RedrivePolicy"),
  policyOf("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"),
  {
    type: "aws:sqs/queue:Queue",
    source: api("sqs", "CreateQueue"),
    rows: [
      together(
        "dead letters of a FIFO queue go to a FIFO queue, those of a standard queue to a standard one",
        {
          join: "deadLetterKind",
          source: page("AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues"),
        },
        {},
        { redrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount: 3 }) },
        { redrivePolicy: JSON.stringify({ deadLetterTargetArn: `${queueArn}.fifo`, maxReceiveCount: 3 }) },
      ),
      together(
        "dead letters go to a queue of the same Region",
        {
          join: "deadLetterQueue",
          source: page("AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues"),
        },
        {},
        { redrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount: 3 }) },
        {
          redrivePolicy: JSON.stringify({
            deadLetterTargetArn: queueArn.replace("eu-west-1", "us-east-1"),
            maxReceiveCount: 3,
          }),
        },
      ),
    ],
  },
  {
    type: "aws:sns/topicPolicy:TopicPolicy",
    source: api("sns", "SetTopicAttributes"),
    rows: [{ at: "arn", fact: "a topic is named by its ARN", pattern: "^arn:", good: topic, bad: "orders" }],
  },
  {
    type: "aws:sns/topicSubscription:TopicSubscription",
    source: api("sns", "Subscribe"),
    rows: [
      { at: "topic", fact: "a topic is named by its ARN", pattern: "^arn:", good: topic, bad: "orders" },
      sameRegion("topic", "a subscription is made in the Region of its topic", topic),
      {
        at: "deliveryPolicy",
        fact: "retries are 0 to 100, and their delays 1 to 3,600 s and in order",
        format: "deliveryPolicy",
        source: page("sns/latest/dg/sns-message-delivery-retries"),
        good: '{"healthyRetryPolicy": {"minDelayTarget": 1, "maxDelayTarget": 60, "numRetries": 10}}',
        bad: '{"healthyRetryPolicy": {"minDelayTarget": 60, "maxDelayTarget": 1, "numRetries": 10}}',
      },
    ],
  },
  {
    type: "aws:scheduler/schedule:Schedule",
    source: api("scheduler", "CreateSchedule"),
    rows: [
      ...scheduled.map(([block, service, value]): Row => ({
        at: "target",
        fact: `${block} is for targets of ${service}`,
        if: { required: [block, "arn"] },
        then: { properties: { arn: { pattern: `^arn:[^:]*:(${service}:|scheduler:)` } } },
        source: api("scheduler", "Target"),
        fix: `Remove ${block}.`,
        good: { arn: arnOf(service), roleArn: role, [block]: value },
        bad: { arn: "arn:aws:lambda:eu-west-1:111122223333:function:f", roleArn: role, [block]: value },
      })),
      {
        at: "target",
        fact: "a universal target has an input",
        if: { required: ["arn"], properties: { arn: { pattern: ":scheduler:::aws-sdk:" } } },
        then: { required: ["input"] },
        source: page("scheduler/latest/UserGuide/managing-targets-universal"),
        good: { arn: universal, roleArn: role, input: "{}" },
        bad: { arn: universal, roleArn: role },
      },
      {
        at: "target.arn",
        fact: "a universal target calls no read-only action",
        not: {
          pattern:
            ":scheduler:::aws-sdk:[^:]+:(get|describe|list|poll|receive|search|scan|query|select|read|retrieve|batchGet|lookup)[A-Z]?",
        },
        source: page("scheduler/latest/UserGuide/managing-targets-universal"),
        good: universal,
        bad: "arn:aws:scheduler:::aws-sdk:sqs:receiveMessage",
      },
      ...(["startDate", "endDate"] as const).map((at) => ({
        at,
        fact: "a time is in ISO 8601 with its zone",
        pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$",
        good: "2027-01-01T00:00:00Z",
        bad: "2027-01-01",
      })),
      sameRegion("kmsKeyArn", "the key is in the schedule's own Region", key),
      sameRegion("target.deadLetterConfig.arn", "dead letters go to a queue of the schedule's own Region", queueArn),
    ],
  },
  {
    type: "aws:pipes/pipe:Pipe",
    source: page("eventbridge/latest/pipes-reference/API_CreatePipe"),
    rows: [
      ...(["source", "target"] as const).map((at) => sameRegion(at, `the ${at} is in the pipe's own Region`, queueArn)),
      {
        at: "target",
        fact: "a pipe does not publish to a FIFO topic",
        not: { pattern: "^arn:[^:]*:sns:.*\\.fifo$" },
        source: page("eventbridge/latest/userguide/eb-pipes-event-target"),
        good: topic,
        bad: `${topic}.fifo`,
      },
      ...(["targetParameters.inputTemplate", "enrichmentParameters.inputTemplate"] as const).map((at) => ({
        at,
        fact: "a template has paths such as <$.body> and the words aws.pipes.…",
        not: {
          pattern:
            "<(?!\\$|aws\\.pipes\\.(pipe-arn|pipe-name|source-arn|enrichment-arn|target-arn|event\\.ingestion-time|event(\\.json)?)>)[^<>]*>",
        },
        source: page("eventbridge/latest/userguide/eb-pipes-input-transformation"),
        good: '{"id": <$.body.id>, "pipe": <aws.pipes.pipe-name>}',
        bad: '{"id": <id>}',
      })),
      ...Object.entries(batches).map(([service, most]): Row =>
        together(
          `a target of ${service} takes ${most} at a time`,
          {
            if: { required: ["target"], properties: { target: { pattern: `^arn:[^:]*:${service}:` } } },
            then: {
              properties: Object.fromEntries(
                ["sqsQueueParameters", "kinesisStreamParameters", "dynamodbStreamParameters"].map((block) => [
                  `sourceParameters.${block}.batchSize`,
                  { maximum: most },
                ]),
              ),
            },
            source: page("eventbridge/latest/userguide/eb-pipes-batching-concurrency"),
          },
          { ...pipe, source: queueArn, target: `arn:aws:${service}:eu-west-1:111122223333:x` },
          { sourceParameters: { sqsQueueParameters: { batchSize: most } } },
          { sourceParameters: { sqsQueueParameters: { batchSize: most + 1 } } },
        ),
      ),
    ],
  },
  {
    type: "aws:pipes/pipe:Pipe",
    source: page("eventbridge/latest/userguide/eb-pipes-logs"),
    rows: [
      {
        at: "logConfiguration",
        fact: "enabled logs have a destination",
        when: { level: ["ERROR", "INFO", "TRACE"] },
        requiredOr: ["cloudwatchLogsLogDestination", "firehoseLogDestination", "s3LogDestination"],
        good: {
          level: "ERROR",
          cloudwatchLogsLogDestination: { logGroupArn: "arn:aws:logs:eu-west-1:111122223333:log-group:g" },
        },
        bad: { level: "ERROR" },
      },
    ],
  },
];
