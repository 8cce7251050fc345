import { type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { needs, sameRegion, together } from "../../together";
import { queue, stream } from "../shared";

const ofMapping: TypeRows = {
  type: "aws:lambda/eventSourceMapping:EventSourceMapping",
  source: api("lambda", "CreateEventSourceMapping"),
  rows: [
    {
      at: "eventSourceArn",
      fact: "a source is a queue of SQS, a stream of Kinesis or DynamoDB, Kafka, Amazon MQ or DocumentDB (by the ARN of rds)",
      arnOf: ["sqs", "kinesis", "dynamodb", "kafka", "mq", "rds"],
      good: queue,
      bad: "arn:aws:docdb-elastic:eu-west-1:111122223333:cluster/c",
    },
    sameRegion("eventSourceArn", "the source is in the mapping's own Region", queue),
    {
      at: "functionName",
      fact: "it is a name of 64 characters at most, with an alias or a version if need be, or an ARN",
      pattern:
        "^(arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:\\d{12}:function:|\\d{12}:function:)?[a-zA-Z0-9_-]{1,64}(:(\\$LATEST|[a-zA-Z0-9_-]+))?$|^arn:aws[a-zA-Z-]*:lambda:[^:]*:[^:]*:function:",
      good: "orders:live",
      bad: "o".repeat(65),
    },
    ...["destinationConfig.onFailure.destinationArn"].map((at) => ({
      at,
      fact: "a destination is no FIFO queue or topic",
      not: { pattern: "^arn:[^:]*:(sqs|sns):.*\\.fifo$" },
      source: page("lambda/latest/dg/services-ddb-errors"),
      good: queue,
      bad: "arn:aws:sqs:eu-west-1:111122223333:failed.fifo",
    })),
    together(
      "a destination of failures is for streams and Kafka",
      {
        if: { required: ["destinationConfig.onFailure.destinationArn", "eventSourceArn"] },
        then: { properties: { eventSourceArn: { arnOf: ["kinesis", "dynamodb", "kafka"] } } },
        fix: "Remove destinationConfig: a queue has a redrive policy instead.",
        source: page("lambda/latest/dg/invocation-async-retain-records"),
      },
      {
        functionName: "f",
        destinationConfig: { onFailure: { destinationArn: "arn:aws:sqs:eu-west-1:111122223333:failed" } },
      },
      { eventSourceArn: stream, startingPosition: "LATEST" },
      { eventSourceArn: queue },
    ),
    needs(
      "a mapping of DocumentDB has the credentials BASIC_AUTH",
      { documentDbEventSourceConfig: {} },
      ["sourceAccessConfigurations"],
      { properties: { sourceAccessConfigurations: { contains: { properties: { type: { const: "BASIC_AUTH" } } } } } },
    )(
      { functionName: "f", documentDbEventSourceConfig: { databaseName: "d" } },
      {
        sourceAccessConfigurations: [
          { type: "BASIC_AUTH", uri: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s" },
        ],
      },
      { sourceAccessConfigurations: [{ type: "VPC_SUBNET", uri: "subnet:subnet-1" }] },
    ),
    together(
      "Amazon MQ takes BASIC_AUTH and VIRTUAL_HOST: credentials of Kafka are not for it",
      {
        if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["mq"] } } },
        then: {
          properties: {
            "sourceAccessConfigurations[].type": {
              not: { enum: ["CLIENT_CERTIFICATE_TLS_AUTH", "SASL_SCRAM_256_AUTH", "SASL_SCRAM_512_AUTH"] },
            },
          },
        },
        source: api("lambda", "SourceAccessConfiguration"),
      },
      { functionName: "f", eventSourceArn: "arn:aws:mq:eu-west-1:111122223333:broker:b:b-1", queues: "q" },
      {
        sourceAccessConfigurations: [
          { type: "BASIC_AUTH", uri: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s" },
        ],
      },
      {
        sourceAccessConfigurations: [
          { type: "SASL_SCRAM_512_AUTH", uri: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s" },
        ],
      },
    ),
    together(
      "Amazon MQ and DocumentDB do not report the failures of a batch",
      {
        if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["mq", "rds"] } } },
        then: { excluded: ["functionResponseTypes[]"] },
      },
      { functionName: "f", functionResponseTypes: ["ReportBatchItemFailures"] },
      { eventSourceArn: queue },
      { eventSourceArn: "arn:aws:mq:eu-west-1:111122223333:broker:b:b-1", queues: "q" },
    ),
    together(
      "provisionedPollerConfig is for SQS and Kafka",
      {
        if: { required: ["provisionedPollerConfig", "eventSourceArn"] },
        then: { properties: { eventSourceArn: { arnOf: ["sqs", "kafka"] } } },
        fix: "Remove provisionedPollerConfig.",
      },
      { functionName: "f", provisionedPollerConfig: { minimumPollers: 2, maximumPollers: 4 } },
      { eventSourceArn: queue },
      { eventSourceArn: stream, startingPosition: "LATEST" },
    ),
    together(
      "a group of pollers is for Kafka",
      {
        if: { required: ["provisionedPollerConfig.pollerGroupName", "eventSourceArn"] },
        then: { properties: { eventSourceArn: { arnOf: ["kafka"] } } },
        fix: "Remove pollerGroupName.",
      },
      { functionName: "f" },
      { eventSourceArn: queue, provisionedPollerConfig: { minimumPollers: 2 } },
      { eventSourceArn: queue, provisionedPollerConfig: { minimumPollers: 2, pollerGroupName: "g" } },
    ),
    together(
      "for an SQS queue minimumPollers is at least 2",
      {
        if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["sqs"] } } },
        then: { properties: { "provisionedPollerConfig.minimumPollers": { minimum: 2 } } },
        source: api("lambda", "ProvisionedPollerConfig"),
      },
      { functionName: "f", eventSourceArn: queue },
      { provisionedPollerConfig: { minimumPollers: 2 } },
      { provisionedPollerConfig: { minimumPollers: 1 } },
    ),
    together(
      "a queue has no startingPositionTimestamp",
      {
        if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["sqs", "mq"] } } },
        then: { excluded: ["startingPositionTimestamp"] },
        fix: "Remove startingPositionTimestamp.",
      },
      { functionName: "f", startingPositionTimestamp: "2026-01-01T00:00:00Z" },
      { eventSourceArn: stream, startingPosition: "AT_TIMESTAMP" },
      { eventSourceArn: queue },
    ),
  ],
};

/** Event source mappings. */
export const mappingRows: readonly TypeRows[] = [
  ofMapping,
  {
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    source: api("lambda", "CreateEventSourceMapping"),
    rows: [
      {
        at: "documentDbEventSourceConfig",
        fact: "a collection is one of a database",
        required: ["databaseName"],
        good: { databaseName: "d", collectionName: "c" },
        bad: { collectionName: "c" },
      },
      ...(
        [
          [
            "mq",
            "arn:aws:mq:eu-west-1:111122223333:broker:b:b-1",
            "sourceAccessConfigurations",
            [{ type: "BASIC_AUTH", uri: "s" }],
          ],
          ["mq", "arn:aws:mq:eu-west-1:111122223333:broker:b:b-1", "queues", "q"],
          ["kafka", "arn:aws:kafka:eu-west-1:111122223333:cluster/c/1", "topics", ["t"]],
        ] as const
      ).map(([service, eventSourceArn, property, value]) =>
        together(
          `a mapping of ${service} has ${property}`,
          {
            if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: [service] } } },
            then: { required: [property] },
          },
          { functionName: "f", eventSourceArn, startingPosition: service === "kafka" ? "LATEST" : undefined },
          { [property]: value },
          {},
        ),
      ),
    ],
  },
];
