import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { queue, stream, functionArn } from "./shared";

const tableStream = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/2026-01-01T00:00:00.000";

const kafka = "arn:aws:kafka:eu-west-1:111122223333:cluster/c/1";

const broker = "arn:aws:mq:eu-west-1:111122223333:broker:b:b-1";

/** What Lambda reports for settings that a mapping does not have: they say nothing of its source. */
const unset: Readonly<Record<string, number | boolean>> = {
  parallelizationFactor: 1,
  tumblingWindowInSeconds: 0,
  bisectBatchOnFunctionError: false,
  maximumRecordAgeInSeconds: -1,
  maximumRetryAttempts: -1,
};

/** A property of a mapping that only some sources have. */
function forSources(
  services: readonly string[],
  property: string,
  value: unknown,
  goodArn: string,
  badArn: string,
  fact: string,
): Row {
  const reported = unset[property];
  const isSet = reported === undefined ? {} : { properties: { [property]: { not: { enum: [reported] } } } };
  return {
    at: "",
    fact,
    if: { required: [property, "eventSourceArn"], ...isSet },
    then: { properties: { eventSourceArn: { arnOf: services } } },
    good: { functionName: "f", eventSourceArn: goodArn, [property]: value },
    bad: { functionName: "f", eventSourceArn: badArn, [property]: value },
    fix: `Remove ${property}.`,
  };
}

const streams = ["kinesis", "dynamodb"];

const eventSourceMapping: TypeRows = {
  type: "aws:lambda/eventSourceMapping:EventSourceMapping",
  source: api("lambda", "CreateEventSourceMapping"),
  rows: [
    {
      at: "provisionedPollerConfig",
      fact: "maximumPollers is not less than minimumPollers",
      ordered: [["minimumPollers", "<=", "maximumPollers"]],
      good: { minimumPollers: 5, maximumPollers: 5 },
      bad: { minimumPollers: 5, maximumPollers: 4 },
    },
    {
      at: "",
      fact: "for an SQS queue maximumPollers is at least 2",
      if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["sqs"] } } },
      then: { properties: { "provisionedPollerConfig.maximumPollers": { minimum: 2 } } },
      source: api("lambda", "ProvisionedPollerConfig"),
      good: { functionName: "f", eventSourceArn: queue, provisionedPollerConfig: { maximumPollers: 2 } },
      bad: { functionName: "f", eventSourceArn: queue, provisionedPollerConfig: { maximumPollers: 1 } },
    },
    {
      at: "",
      fact: "the metrics ErrorCount and KafkaMetrics are for Kafka sources only; others have EventCount",
      if: {
        required: ["metricsConfig.metrics[]", "eventSourceArn"],
        properties: { eventSourceArn: { arnOf: ["sqs", "kinesis", "dynamodb", "mq", "rds"] } },
      },
      then: { properties: { "metricsConfig.metrics[]": { enum: ["EventCount"] } } },
      source: api("lambda", "EventSourceMappingMetricsConfig"),
      good: { functionName: "f", eventSourceArn: queue, metricsConfig: { metrics: ["EventCount"] } },
      bad: { functionName: "f", eventSourceArn: queue, metricsConfig: { metrics: ["EventCount", "ErrorCount"] } },
    },
    {
      at: "",
      fact: "a mapping of a DocumentDB cluster takes no filterCriteria",
      dependentExcluded: { documentDbEventSourceConfig: ["filterCriteria.filters[]"] },
      source: page("lambda/latest/dg/with-documentdb"),
      good: { functionName: "f", documentDbEventSourceConfig: { databaseName: "d" } },
      bad: {
        functionName: "f",
        documentDbEventSourceConfig: { databaseName: "d" },
        filterCriteria: { filters: [{ pattern: '{"a": ["b"]}' }] },
      },
    },
    {
      at: "destinationConfig.onFailure.destinationArn",
      fact: "the on-failure destination is an SQS queue, an SNS topic, an S3 bucket or a Kafka topic",
      anyOf: [{ pattern: "^kafka://" }, { arnOf: ["sqs", "sns", "s3"] }],
      source: api("lambda", "OnFailure"),
      good: "arn:aws:sqs:eu-west-1:111122223333:failed",
      bad: functionArn,
    },
    {
      at: "",
      fact: "a mapping of a queue has no startingPosition",
      if: {
        required: ["eventSourceArn", "startingPosition"],
        properties: { eventSourceArn: { arnOf: ["sqs", "mq"] } },
      },
      then: { excluded: ["startingPosition", "startingPositionTimestamp"] },
      good: { functionName: "f", eventSourceArn: stream, startingPosition: "LATEST" },
      bad: { functionName: "f", eventSourceArn: queue, startingPosition: "LATEST" },
    },
    forSources(
      streams,
      "parallelizationFactor",
      2,
      stream,
      queue,
      "parallelizationFactor is for Kinesis and DynamoDB streams",
    ),
    forSources(
      streams,
      "tumblingWindowInSeconds",
      30,
      stream,
      queue,
      "tumblingWindowInSeconds is for Kinesis and DynamoDB streams",
    ),
    forSources(
      [...streams, "kafka"],
      "bisectBatchOnFunctionError",
      true,
      stream,
      queue,
      "bisectBatchOnFunctionError is for streams",
    ),
    forSources(
      [...streams, "kafka"],
      "maximumRecordAgeInSeconds",
      60,
      stream,
      queue,
      "maximumRecordAgeInSeconds is for streams",
    ),
    forSources([...streams, "kafka"], "maximumRetryAttempts", 2, stream, queue, "maximumRetryAttempts is for streams"),
    forSources(["sqs"], "scalingConfig", { maximumConcurrency: 2 }, queue, stream, "scalingConfig is for SQS queues"),
    forSources(["kafka"], "topics", ["t"], kafka, queue, "topics are for Kafka"),
    forSources(["mq"], "queues", "q", broker, stream, "queues are for Amazon MQ"),
    forSources(
      ["rds"],
      "documentDbEventSourceConfig",
      { databaseName: "d" },
      "arn:aws:rds:eu-west-1:111122223333:cluster:c",
      queue,
      "documentDbEventSourceConfig is for DocumentDB",
    ),
    {
      at: "",
      fact: "AT_TIMESTAMP is for Kinesis, Kafka and DocumentDB, not for DynamoDB streams",
      if: {
        required: ["startingPosition", "eventSourceArn"],
        properties: { startingPosition: { const: "AT_TIMESTAMP" } },
      },
      then: { properties: { eventSourceArn: { arnOf: ["kinesis", "kafka", "rds"] } } },
      good: {
        functionName: "f",
        eventSourceArn: stream,
        startingPosition: "AT_TIMESTAMP",
        startingPositionTimestamp: "2026-01-01T00:00:00Z",
      },
      bad: {
        functionName: "f",
        eventSourceArn: tableStream,
        startingPosition: "AT_TIMESTAMP",
        startingPositionTimestamp: "2026-01-01T00:00:00Z",
      },
    },
    {
      at: "",
      fact: "AT_TIMESTAMP needs a startingPositionTimestamp",
      when: { startingPosition: "AT_TIMESTAMP" },
      required: ["startingPositionTimestamp"],
      good: { functionName: "f", startingPosition: "AT_TIMESTAMP", startingPositionTimestamp: "2026-01-01T00:00:00Z" },
      bad: { functionName: "f", startingPosition: "AT_TIMESTAMP" },
    },
    {
      at: "",
      fact: "a startingPositionTimestamp goes with AT_TIMESTAMP only",
      when: { startingPosition: ["LATEST", "TRIM_HORIZON"] },
      excluded: ["startingPositionTimestamp"],
      good: { functionName: "f", startingPosition: "AT_TIMESTAMP", startingPositionTimestamp: "2026-01-01T00:00:00Z" },
      bad: { functionName: "f", startingPosition: "LATEST", startingPositionTimestamp: "2026-01-01T00:00:00Z" },
    },
    {
      at: "",
      fact: "a mapping of a stream or of Kafka has a startingPosition",
      if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["kafka"] } } },
      then: { required: ["startingPosition"] },
      good: { functionName: "f", eventSourceArn: kafka, topics: ["t"], startingPosition: "LATEST" },
      bad: { functionName: "f", eventSourceArn: kafka, topics: ["t"] },
    },
    {
      at: "",
      fact: "self-managed Kafka has a startingPosition",
      when: { selfManagedEventSource: {} },
      required: ["startingPosition"],
      good: {
        functionName: "f",
        selfManagedEventSource: { endpoints: { KAFKA_BOOTSTRAP_SERVERS: "a:9092" } },
        topics: ["t"],
        startingPosition: "LATEST",
      },
      bad: {
        functionName: "f",
        selfManagedEventSource: { endpoints: { KAFKA_BOOTSTRAP_SERVERS: "a:9092" } },
        topics: ["t"],
      },
    },
    {
      at: "",
      fact: "an event source is an eventSourceArn or a selfManagedEventSource",
      requiredXor: ["eventSourceArn", "selfManagedEventSource"],
      good: { functionName: "f", eventSourceArn: queue },
      bad: {
        functionName: "f",
        eventSourceArn: queue,
        selfManagedEventSource: { endpoints: { KAFKA_BOOTSTRAP_SERVERS: "a:9092" } },
      },
    },
    { at: "topics", fact: "a mapping reads one topic", maxItems: 1, good: ["orders"], bad: ["orders", "returns"] },
    { at: "startingPosition", enum: ["LATEST", "TRIM_HORIZON", "AT_TIMESTAMP"], good: "LATEST", bad: "EARLIEST" },
    {
      at: "functionResponseTypes[]",
      const: "ReportBatchItemFailures",
      good: "ReportBatchItemFailures",
      bad: "BatchItemFailures",
    },
    {
      at: "sourceAccessConfigurations[].type",
      enum: "BASIC_AUTH VPC_SUBNET VPC_SECURITY_GROUP SASL_SCRAM_256_AUTH SASL_SCRAM_512_AUTH VIRTUAL_HOST CLIENT_CERTIFICATE_TLS_AUTH SERVER_ROOT_CA_CERTIFICATE".split(
        " ",
      ),
      good: "BASIC_AUTH",
      bad: "IAM_AUTH",
    },
    {
      at: "documentDbEventSourceConfig.fullDocument",
      enum: ["UpdateLookup", "Default"],
      good: "Default",
      bad: "Always",
    },
    {
      at: "filterCriteria.filters[].pattern",
      fact: "a pattern is a JSON object in which every value is a list",
      format: "sourceFilter",
      source: page("lambda/latest/dg/invocation-eventfiltering"),
      good: '{"body": {"kind": ["new"]}}',
      bad: '{"body": {"kind": "new"}}',
    },
    {
      at: "",
      fact: "provisionedPollerConfig does not go with scalingConfig",
      dependentExcluded: { provisionedPollerConfig: ["scalingConfig"] },
      source: page("lambda/latest/dg/services-sqs-scaling"),
      good: { functionName: "f", eventSourceArn: queue, scalingConfig: { maximumConcurrency: 2 } },
      bad: {
        functionName: "f",
        eventSourceArn: queue,
        scalingConfig: { maximumConcurrency: 2 },
        provisionedPollerConfig: { maximumPollers: 2 },
      },
    },
    {
      at: "metricsConfig.metrics[]",
      enum: ["EventCount", "ErrorCount", "KafkaMetrics"],
      good: "EventCount",
      bad: "Errors",
    },
  ],
};

/** Lambda. */
export const lambdaEventSourceMapping: readonly TypeRows[] = [eventSourceMapping];
