import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { target, queueArn } from "../samples";

const rule = (more: object) => ({ rule: "r", arn: target.arn, ...more });

/** EventBridge. */
export const eventsTargets: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/eventRule:EventRule",
    source: api("events", "PutRule"),
    rows: [
      {
        at: "",
        fact: "a rule has an eventPattern or a scheduleExpression, or both",
        requiredOr: ["eventPattern", "scheduleExpression"],
        good: { eventPattern: '{"source":["x"]}' },
        bad: { name: "r" },
      },
      {
        at: "eventPattern",
        fact: "a pattern is a JSON object in which every value is a list",
        format: "eventPattern",
        source: page("eventbridge/latest/userguide/eb-event-patterns"),
        good: '{"source":["x"]}',
        bad: '{"source":"x"}',
      },
      {
        at: "",
        fact: "schedules are for the default bus",
        when: { scheduleExpression: { minLength: 1 } },
        properties: { eventBusName: { pattern: "^(default|arn:.*:event-bus/default)$" } },
        source: page("eventbridge/latest/userguide/eb-create-rule-schedule"),
        good: { scheduleExpression: "rate(5 minutes)" },
        bad: { scheduleExpression: "rate(5 minutes)", eventBusName: "orders" },
      },
      {
        at: "name",
        fact: "a name has letters, digits and . - _, 64 at most",
        pattern: "^[.\\-_A-Za-z0-9]{1,64}$",
        good: "orders",
        bad: "a".repeat(65),
      },
      {
        at: "state",
        enum: ["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"],
        good: "ENABLED",
        bad: "ON",
      },
      { at: "description", maxLength: 512, good: "a", bad: "a".repeat(513) },
      { at: "scheduleExpression", maxLength: 256, good: "rate(1 day)", bad: `cron(${"0,".repeat(130)}0 * * * ? *)` },
    ],
  },
  {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    source: api("events", "PutTargets"),
    rows: [
      {
        at: "",
        fact: "input, inputPath and inputTransformer exclude each other",
        atMostOne: ["input", "inputPath", "inputTransformer"],
        good: rule({ inputPath: "$.detail" }),
        bad: rule({ inputPath: "$.detail", input: "{}" }),
      },
      {
        at: "input",
        fact: "an input is valid JSON",
        format: "json",
        good: '{"kind":"nightly"}',
        bad: "{kind: nightly}",
      },
      { at: "inputPath", fact: "a path is $ or begins with $. ", pattern: "^\\$", good: "$.detail", bad: "detail" },
      {
        at: "inputTransformer.inputPaths",
        fact: "a transformer has at most 100 paths",
        maxProperties: 100,
        source: api("events", "InputTransformer"),
        good: { a: "$.a" },
        bad: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`k${i}`, "$.a"])),
      },
      {
        at: "inputTransformer.inputPaths",
        fact: "a key does not begin with AWS",
        propertyNames: { pattern: "^(?!AWS)[A-Za-z0-9_-]+$" },
        source: api("events", "InputTransformer"),
        good: { region: "$.region" },
        bad: { AWSRegion: "$.region" },
      },
      {
        at: "inputTransformer.inputPaths.*",
        fact: "a path begins with $",
        pattern: "^\\$",
        source: api("events", "InputTransformer"),
        good: "$.detail",
        bad: "detail",
      },
      {
        at: "targetId",
        fact: "an id has letters, digits and . - _, 64 at most",
        pattern: "^[.\\-_A-Za-z0-9]{1,64}$",
        good: "f",
        bad: "my target",
      },
      {
        at: "ecsTarget.launchType",
        enum: ["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"],
        source: api("events", "EcsParameters"),
        good: "FARGATE",
        bad: "LAMBDA",
      },
      {
        at: "ecsTarget",
        fact: "a task on FARGATE has a networkConfiguration",
        when: { launchType: "FARGATE" },
        required: ["networkConfiguration"],
        source: api("events", "EcsParameters"),
        good: {
          taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/a",
          launchType: "FARGATE",
          networkConfiguration: { subnets: ["subnet-1"] },
        },
        bad: { taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/a", launchType: "FARGATE" },
      },
      {
        at: "",
        fact: "a target that is a state machine, a stream, another bus or an API destination needs a roleArn",
        when: {
          arn: { pattern: "^arn:[^:]*:(states|kinesis|firehose|batch|codebuild|codepipeline|ssm):|:api-destination/" },
        },
        required: ["roleArn"],
        source: page("eventbridge/latest/userguide/eb-use-identity-based"),
        good: rule({ arn: "arn:aws:states:eu-west-1:111122223333:stateMachine:m", roleArn: target.roleArn }),
        bad: rule({ arn: "arn:aws:states:eu-west-1:111122223333:stateMachine:m" }),
      },
      {
        at: "",
        fact: "a FIFO queue needs a messageGroupId",
        when: { arn: { pattern: ":sqs:.*\\.fifo$" } },
        required: ["sqsTarget"],
        source: api("events", "SqsParameters"),
        good: rule({ arn: `${queueArn}.fifo`, sqsTarget: { messageGroupId: "a" } }),
        bad: rule({ arn: `${queueArn}.fifo` }),
      },
      {
        at: "",
        fact: "a messageGroupId is for FIFO queues",
        when: { "sqsTarget.messageGroupId": { minLength: 1 } },
        properties: { arn: { pattern: "\\.fifo$" } },
        source: "measured",
        good: rule({ arn: `${queueArn}.fifo`, sqsTarget: { messageGroupId: "a" } }),
        bad: rule({ arn: queueArn, sqsTarget: { messageGroupId: "a" } }),
      },
      {
        at: "deadLetterConfig.arn",
        fact: "dead letters go to a standard SQS queue",
        pattern: "^arn:[^:]*:sqs:.*(?<!\\.fifo)$",
        source: page("eventbridge/latest/userguide/eb-rule-dlq"),
        good: queueArn,
        bad: "arn:aws:sns:eu-west-1:111122223333:t",
      },
    ],
  },
];
