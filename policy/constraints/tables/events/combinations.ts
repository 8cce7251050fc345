import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { needs, sameRegion, together } from "../together";

const role = "arn:aws:iam::111122223333:role/r";
const bus = (region: string, name = "orders") => `arn:aws:events:${region}:111122223333:event-bus/${name}`;
const cluster = "arn:aws:redshift:eu-west-1:111122223333:cluster:c";
const queue = "arn:aws:sqs:eu-west-1:111122223333:q";
const task = { taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/t:1" };
const ecs = { rule: "r", arn: "arn:aws:ecs:eu-west-1:111122223333:cluster/c", roleArn: role };
const batch = { jobDefinition: "d", jobName: "j" };

/** The blocks of settings that are for one kind of target. */
const blocks: readonly (readonly [block: string, services: readonly string[], good: string, value: unknown])[] = [
  ["ecsTarget", ["ecs"], ecs.arn, task],
  ["batchTarget", ["batch"], "arn:aws:batch:eu-west-1:111122223333:job-queue/q", batch],
  [
    "kinesisTarget",
    ["kinesis"],
    "arn:aws:kinesis:eu-west-1:111122223333:stream/s",
    { partitionKeyPath: "$.detail.id" },
  ],
  ["redshiftTarget", ["redshift", "redshift-serverless"], cluster, { database: "d", dbUser: "u", sql: "SELECT 1" }],
  ["sqsTarget", ["sqs"], `${queue}.fifo`, { messageGroupId: "g" }],
  [
    "httpTarget",
    ["events", "execute-api"],
    "arn:aws:events:eu-west-1:111122223333:api-destination/d/1",
    { headerParameters: { a: "b" } },
  ],
];

const ofTarget = blocks.map(([block, services, good, value]): Row =>
  together(
    `${block} is for targets of ${services.join(", ")}`,
    { if: { required: [block, "arn"] }, then: { properties: { arn: { arnOf: services } } }, fix: `Remove ${block}.` },
    { rule: "r", roleArn: role, [block]: value },
    { arn: good },
    { arn: "arn:aws:lambda:eu-west-1:111122223333:function:f" },
  ),
);

const placed = { ...task, launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } };

const eventTarget: TypeRows = {
  type: "aws:cloudwatch/eventTarget:EventTarget",
  source: api("events", "PutTargets"),
  rows: [
    ...ofTarget,
    ...(
      [
        ["ecs", "ecsTarget", ecs.arn, task],
        ["batch", "batchTarget", "arn:aws:batch:eu-west-1:111122223333:job-queue/q", batch],
      ] as const
    ).map(([service, block, arn, value]): Row =>
      together(
        `a target of ${service} has ${block}`,
        {
          if: { required: ["arn"], properties: { arn: { pattern: `^arn:[^:]*:${service}:` } } },
          then: { required: [block] },
        },
        { rule: "r", arn, roleArn: role },
        { [block]: value },
        {},
      ),
    ),
    {
      at: "redshiftTarget",
      fact: "a statement is called with a dbUser or a secretsManagerArn",
      atMostOne: ["dbUser", "secretsManagerArn"],
      source: api("events", "RedshiftDataParameters"),
      good: { database: "d", dbUser: "u", sql: "SELECT 1" },
      bad: {
        database: "d",
        dbUser: "u",
        secretsManagerArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s",
        sql: "SELECT 1",
      },
    },
    {
      at: "redshiftTarget",
      fact: "it has the sql to run",
      required: ["sql"],
      source: api("events", "RedshiftDataParameters"),
      good: { database: "d", dbUser: "u", sql: "SELECT 1" },
      bad: { database: "d", dbUser: "u" },
    },
    {
      at: "batchTarget.arraySize",
      minimum: 2,
      maximum: 10000,
      source: api("events", "BatchArrayProperties"),
      good: 2,
      bad: 1,
    },
    {
      at: "batchTarget.jobAttempts",
      minimum: 1,
      maximum: 10,
      source: api("events", "BatchRetryStrategy"),
      good: 10,
      bad: 11,
    },
    { at: "ecsTarget.taskCount", minimum: 1, maximum: 10, source: api("events", "EcsParameters"), good: 10, bad: 11 },
    {
      at: "ecsTarget.networkConfiguration.subnets",
      maxItems: 16,
      source: api("events", "AwsVpcConfiguration"),
      good: ["subnet-1"],
      bad: Array.from({ length: 17 }, (_, index) => `subnet-${index}`),
    },
    {
      at: "ecsTarget.networkConfiguration.securityGroups",
      maxItems: 5,
      source: api("events", "AwsVpcConfiguration"),
      good: ["sg-1"],
      bad: Array.from({ length: 6 }, (_, index) => `sg-${index}`),
    },
    {
      at: "ecsTarget",
      fact: "a platformVersion is for FARGATE",
      dependentRequired: { platformVersion: ["launchType"] },
      if: { required: ["platformVersion"] },
      then: { properties: { launchType: { const: "FARGATE" } } },
      source: api("events", "EcsParameters"),
      good: { ...placed, platformVersion: "1.4.0" },
      bad: { ...task, launchType: "EC2", platformVersion: "1.4.0" },
    },
    together(
      "the cluster and the task definition are of one Region",
      { join: "taskRegion" },
      ecs,
      { ecsTarget: task },
      { ecsTarget: { taskDefinitionArn: "arn:aws:ecs:us-east-1:111122223333:task-definition/t:1" } },
    ),
    sameRegion("deadLetterConfig.arn", "dead letters go to a queue of the rule's own Region", queue),
    ...(["inputPath", "inputTransformer.inputPaths.*"] as const).map((at) => ({
      at,
      fact: "a path has names after periods, not in quotes",
      not: { pattern: "\\[\\s*['\"]" },
      source: page("eventbridge/latest/userguide/eb-transform-target-input"),
      good: "$.detail.id",
      bad: "$.detail['id']",
    })),
    {
      at: "inputTransformer",
      fact: "each <name> of the template is in inputPaths or is aws.events.…",
      format: "inputTransformer",
      source: page("eventbridge/latest/userguide/eb-transform-target-input"),
      good: { inputPaths: { id: "$.detail.id" }, inputTemplate: '{"id": <id>, "rule": <aws.events.rule-name>}' },
      bad: { inputPaths: { id: "$.detail.id" }, inputTemplate: '{"id": <number>}' },
    },
  ],
};

/** EventBridge: settings that go together, or do not. */
export const eventsCombinations: readonly TypeRows[] = [
  eventTarget,
  {
    type: "aws:cloudwatch/eventArchive:EventArchive",
    source: api("events", "CreateArchive"),
    rows: [
      sameRegion("eventSourceArn", "the bus is in the archive's own Region", bus("eu-west-1")),
      {
        at: "eventSourceArn",
        fact: "an archive is of an event bus",
        not: { pattern: "^arn:(?![^:]*:events:[^:]*:[^:]*:event-bus/)" },
        good: bus("eu-west-1"),
        bad: queue,
      },
    ],
  },
  {
    type: "aws:cloudwatch/eventApiDestination:EventApiDestination",
    source: api("events", "CreateApiDestination"),
    rows: [
      sameRegion(
        "connectionArn",
        "the connection is in the destination's own Region",
        "arn:aws:events:eu-west-1:111122223333:connection/c/1",
      ),
    ],
  },
  {
    type: "aws:cloudwatch/eventEndpoint:EventEndpoint",
    source: api("events", "CreateEndpoint"),
    rows: [
      {
        at: "eventBuses",
        fact: "an endpoint has two buses",
        minItems: 2,
        maxItems: 2,
        good: [{ eventBusArn: bus("eu-west-1") }, { eventBusArn: bus("us-east-1") }],
        bad: [{ eventBusArn: bus("eu-west-1") }],
      },
      together(
        "the buses of an endpoint have one name and lie in two Regions",
        { join: "endpointBuses" },
        { name: "e", roleArn: role },
        { eventBuses: [{ eventBusArn: bus("eu-west-1") }, { eventBusArn: bus("us-east-1") }] },
        { eventBuses: [{ eventBusArn: bus("eu-west-1") }, { eventBusArn: bus("us-east-1", "returns") }] },
      ),
      needs("replication needs a roleArn", { "replicationConfig.state": "ENABLED" }, ["roleArn"])(
        {
          name: "e",
          eventBuses: [{ eventBusArn: bus("eu-west-1") }, { eventBusArn: bus("us-east-1") }],
          replicationConfig: { state: "ENABLED" },
        },
        { roleArn: role },
        {},
      ),
    ],
  },
  {
    type: "aws:cloudwatch/eventBus:EventBus",
    source: api("events", "CreateEventBus"),
    rows: [
      sameRegion("deadLetterConfig.arn", "dead letters go to a queue of the bus's own Region", queue),
      {
        at: "deadLetterConfig.arn",
        fact: "dead letters go to a standard SQS queue",
        not: { pattern: "^arn:(?![^:]*:sqs:)|\\.fifo$" },
        good: queue,
        bad: "arn:aws:sns:eu-west-1:111122223333:t",
      },
    ],
  },
];
