import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";

const type = "aws:lambda/eventSourceMapping:EventSourceMapping";
const account = "111122223333";
const secret = (name: string) => `arn:aws:secretsmanager:eu-west-1:${account}:secret:${name}-abcdef`;
const login = { sourceAccessConfigurations: [{ type: "BASIC_AUTH", uri: secret("login") }] };

const queueArn = `arn:aws:sqs:eu-west-1:${account}:orders`;
const brokerArn = `arn:aws:mq:eu-west-1:${account}:broker:own:b-1`;
const documentsArn = `arn:aws:rds:eu-west-1:${account}:cluster:own`;
const tableArn = `arn:aws:dynamodb:eu-west-1:${account}:table/t/stream/2026-01-01T00:00:00.000`;

const sources = {
  queue: { eventSourceArn: queueArn },
  stream: { eventSourceArn: `arn:aws:kinesis:eu-west-1:${account}:stream/orders`, startingPosition: "LATEST" },
  table: { eventSourceArn: tableArn, startingPosition: "LATEST" },
  broker: { eventSourceArn: brokerArn, queues: "orders", ...login },
  documents: {
    eventSourceArn: documentsArn,
    startingPosition: "LATEST",
    documentDbEventSourceConfig: { databaseName: "d" },
    ...login,
  },
  kafka: {
    eventSourceArn: `arn:aws:kafka:eu-west-1:${account}:cluster/own/1`,
    startingPosition: "LATEST",
    topics: ["orders"],
  },
};

/** Facts of mappings of one source. */
const of = (source: keyof typeof sources) => on(type, { functionName: "f", ...sources[source] });

/** Facts of what only some sources have: one that does not, and one that does. */
const only = (says: string, has: keyof typeof sources, hasNot: keyof typeof sources, what: Record<string, unknown>) =>
  on(type, { functionName: "f", ...what })(says, sources[hasNot], sources[has]);

const failures = (destinationArn: string) => ({ destinationConfig: { onFailure: { destinationArn } } });
const filtered = (pattern: string) => ({ filterCriteria: { filters: [{ pattern }] } });
const pollers = (minimumPollers: number, maximumPollers: number) => ({
  provisionedPollerConfig: { minimumPollers, maximumPollers },
});
const metrics = (name: string) => ({ metricsConfig: { metrics: [name] } });
const access = (name: string) => ({ sourceAccessConfigurations: [{ type: name, uri: secret("own") }] });

/** A mapping whose filters are encrypted with a key that this principal may use. */
const encrypted = (principal: Record<string, string>): readonly Made[] => {
  const owner = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" };
  const user = { Effect: "Allow", Principal: principal, Action: "kms:Decrypt", Resource: "*" };
  const arn = `arn:aws:kms:eu-west-1:${account}:key/own`;
  return [
    ["aws:kms/key:Key", "own", { arn, policy: JSON.stringify({ Version: "2012-10-17", Statement: [owner, user] }) }],
    [type, "subject", { functionName: "f", kmsKeyArn: arn, ...sources.queue, ...filtered('{"body":{"a":["b"]}}') }],
  ];
};

export const lambdaEventSources: FactsByName = {
  "lambda-esm-batchsize-window": of("queue")(
    "more than ten messages at once need a window",
    { batchSize: 11 },
    { batchSize: 11, maximumBatchingWindowInSeconds: 1 },
  ),
  "lambda-esm-bisect-batch-stream-only": only("only the batches of streams are halved", "stream", "queue", {
    bisectBatchOnFunctionError: true,
  }),
  "lambda-esm-client-certificate-kafka-only": of("broker")(
    "a broker of MQ takes no client certificate",
    access("CLIENT_CERTIFICATE_TLS_AUTH"),
    access("BASIC_AUTH"),
  ),
  "lambda-esm-ddb-at-timestamp-unsupported": on(type, {
    functionName: "f",
    startingPosition: "AT_TIMESTAMP",
    startingPositionTimestamp: "2026-01-01T00:00:00Z",
  })(
    "the stream of a table is not read from a time",
    { eventSourceArn: tableArn },
    { eventSourceArn: sources.stream.eventSourceArn },
  ),
  "lambda-esm-ddb-cross-region": of("table")(
    "the stream of a table is of the mapping's Region",
    { eventSourceArn: tableArn.replace("eu-west-1", "us-east-1") },
    {},
  ),
  "lambda-esm-ddb-destination-standard-only": of("table")(
    "records that fail go to no FIFO queue",
    failures(`${queueArn}.fifo`),
    failures(queueArn),
  ),
  "lambda-esm-destination-config-stream-only": only(
    "only streams and Kafka have a destination of failures",
    "stream",
    "queue",
    failures(queueArn),
  ),
  "lambda-esm-docdb-basic-auth-required": of("documents")(
    "DocumentDB needs credentials",
    { sourceAccessConfigurations: undefined },
    {},
  ),
  "lambda-esm-docdb-cluster-type": of("documents")(
    "an elastic cluster of DocumentDB is no source",
    { eventSourceArn: `arn:aws:docdb-elastic:eu-west-1:${account}:cluster/own` },
    {},
  ),
  "lambda-esm-docdb-database-name-required": of("documents")(
    "a collection is one of a database",
    { documentDbEventSourceConfig: { collectionName: "c" } },
    { documentDbEventSourceConfig: { databaseName: "d", collectionName: "c" } },
  ),
  "lambda-esm-docdb-full-document-values": of("documents")(
    "a full document is UpdateLookup or Default",
    { documentDbEventSourceConfig: { databaseName: "d", fullDocument: "updateLookup" } },
    { documentDbEventSourceConfig: { databaseName: "d", fullDocument: "UpdateLookup" } },
  ),
  "lambda-esm-documentdb-arn-rds-service": of("documents")(
    "a cluster of DocumentDB has an ARN of rds",
    { eventSourceArn: documentsArn.replace("rds", "docdb") },
    {},
  ),
  "lambda-esm-event-source-arn-service": of("queue")(
    "a topic is no source",
    { eventSourceArn: queueArn.replace("sqs", "sns") },
    {},
  ),
  "lambda-esm-fifo-batch-size-max": on(type, { functionName: "f", eventSourceArn: `${queueArn}.fifo` })(
    "a FIFO queue gives ten messages at once",
    { batchSize: 11 },
    { batchSize: 10 },
  ),
  "lambda-esm-fifo-batching-window": on(type, { functionName: "f", maximumBatchingWindowInSeconds: 1 })(
    "a FIFO queue has no window",
    { eventSourceArn: `${queueArn}.fifo` },
    { eventSourceArn: queueArn },
  ),
  "lambda-esm-filter-criteria-docdb-unsupported": only(
    "changes of DocumentDB are not filtered",
    "stream",
    "documents",
    filtered('{"data":{"a":["b"]}}'),
  ),
  "lambda-esm-filter-pattern-eventbridge-syntax": of("queue")(
    "a filter is a JSON object",
    filtered("body.a = b"),
    filtered('{"body":{"a":["b"]}}'),
  ),
  "lambda-esm-filter-pattern-leaf-array": of("queue")(
    "the values of a filter are lists",
    filtered('{"body":{"a":"b"}}'),
    filtered('{"body":{"a":["b"]}}'),
  ),
  "lambda-esm-filters-hard-limit-ten": of("queue")(
    "a mapping has ten filters",
    { filterCriteria: { filters: Array.from({ length: 11 }, (_, i) => ({ pattern: `{"body":{"a":["${i}"]}}` })) } },
    { filterCriteria: { filters: Array.from({ length: 5 }, (_, i) => ({ pattern: `{"body":{"a":["${i}"]}}` })) } },
  ),
  "lambda-esm-function-name-bare-max-length": of("queue")(
    "the name of a function has 64 characters",
    { functionName: "f".repeat(65) },
    { functionName: "f".repeat(64) },
  ),
  "lambda-esm-function-name-format": of("queue")(
    "the name of a function has no spaces",
    { functionName: "own f" },
    { functionName: "own-f" },
  ),
  "lambda-esm-function-response-types-allowed-value": of("queue")(
    "a function reports the items that fail",
    { functionResponseTypes: ["ReportItemFailures"] },
    { functionResponseTypes: ["ReportBatchItemFailures"] },
  ),
  "lambda-esm-function-response-types-mq-docdb": only("items of MQ do not fail one by one", "queue", "broker", {
    functionResponseTypes: ["ReportBatchItemFailures"],
  }),
  "lambda-esm-max-concurrency-vs-reserved": beside(
    [
      [
        "aws:lambda/function:Function",
        "f",
        {
          name: "f",
          role: `arn:aws:iam::${account}:role/r`,
          runtime: "nodejs22.x",
          handler: "i.h",
          s3Bucket: "b",
          s3Key: "k",
          reservedConcurrentExecutions: 5,
        },
      ],
    ],
    "a mapping calls as many functions at once as are reserved",
    [type, "subject", { functionName: "f", eventSourceArn: queueArn, scalingConfig: { maximumConcurrency: 6 } }],
    [type, "subject", { functionName: "f", eventSourceArn: queueArn, scalingConfig: { maximumConcurrency: 5 } }],
  ),
  "lambda-esm-maximum-record-age-stream-only": only("only records of streams have an age", "stream", "queue", {
    maximumRecordAgeInSeconds: 60,
  }),
  "lambda-esm-maximum-retry-attempts-stream-only": only("only records of streams are retried", "stream", "queue", {
    maximumRetryAttempts: 3,
  }),
  "lambda-esm-metrics-allowed-values": of("queue")(
    "a metric is one of three",
    metrics("MessageCount"),
    metrics("EventCount"),
  ),
  "lambda-esm-metrics-error-count-kafka-only": of("queue")(
    "the count of errors is of Kafka",
    metrics("ErrorCount"),
    metrics("EventCount"),
  ),
  "lambda-esm-metrics-kafka-metrics-kafka-only": of("queue")(
    "the metrics of Kafka are of Kafka",
    metrics("KafkaMetrics"),
    metrics("EventCount"),
  ),
  "lambda-esm-mq-auth-secret-required": of("broker")(
    "a broker needs credentials",
    { sourceAccessConfigurations: undefined },
    {},
  ),
  "lambda-esm-mq-starting-position-unsupported": of("broker")(
    "a queue of MQ has no starting position",
    { startingPosition: "LATEST" },
    {},
  ),
  "lambda-esm-msk-topics-required": of("kafka")("Kafka needs a topic", { topics: undefined }, {}),
  "lambda-esm-on-failure-destination-api-max-length": of("stream")(
    "the ARN of a destination has 350 characters",
    failures(`arn:aws:s3:::${"b".repeat(340)}`),
    failures(`arn:aws:s3:::${"b".repeat(60)}`),
  ),
  "lambda-esm-on-failure-destination-service": of("stream")(
    "records that fail go to no function",
    failures(`arn:aws:lambda:eu-west-1:${account}:function:f`),
    failures(queueArn),
  ),
  "lambda-esm-parallelization-factor-stream-only": only("only shards are read in parallel", "stream", "kafka", {
    parallelizationFactor: 2,
  }),
  "lambda-esm-poller-group-name-kafka-only": only("only pollers of Kafka have groups", "kafka", "queue", {
    provisionedPollerConfig: { minimumPollers: 2, maximumPollers: 4, pollerGroupName: "own" },
  }),
  "lambda-esm-pollers-max-ge-min": of("queue")("there are as many pollers as at least", pollers(5, 4), pollers(5, 5)),
  "lambda-esm-provisioned-poller-source-support": only(
    "streams have no pollers of their own",
    "queue",
    "stream",
    pollers(2, 4),
  ),
  "lambda-esm-record-age-effective-min": of("stream")(
    "an age begins at 60 seconds",
    { maximumRecordAgeInSeconds: 59 },
    { maximumRecordAgeInSeconds: 60 },
  ),
  "lambda-esm-sasl-scram-512-kafka-only": of("broker")(
    "a broker of MQ takes no SASL",
    access("SASL_SCRAM_512_AUTH"),
    access("BASIC_AUTH"),
  ),
  "lambda-esm-scaling-config-sqs-only": only("only queues have a most of functions", "queue", "stream", {
    scalingConfig: { maximumConcurrency: 5 },
  }),
  "lambda-esm-scaling-provisioned-mutually-exclusive": of("queue")(
    "a queue has a most of functions or pollers of its own",
    { ...pollers(2, 4), scalingConfig: { maximumConcurrency: 5 } },
    pollers(2, 4),
  ),
  "lambda-esm-sqs-maximum-pollers-min": of("queue")(
    "a queue has two pollers at most at least",
    { provisionedPollerConfig: { maximumPollers: 1 } },
    { provisionedPollerConfig: { maximumPollers: 2 } },
  ),
  "lambda-esm-sqs-minimum-pollers-min": of("queue")("a queue has two pollers at least", pollers(1, 4), pollers(2, 4)),
  "lambda-esm-sqs-same-region": of("queue")(
    "a queue is of the mapping's Region",
    { eventSourceArn: queueArn.replace("eu-west-1", "us-east-1") },
    {},
  ),
  "lambda-esm-sqs-starting-position": of("queue")(
    "a queue has no starting position",
    { startingPosition: "LATEST" },
    {},
  ),
  "lambda-esm-starting-position-timestamp-mq-unsupported": of("broker")(
    "a queue of MQ has no starting time",
    { startingPositionTimestamp: "2026-01-01T00:00:00Z" },
    {},
  ),
  "lambda-esm-starting-position-timestamp-requires-at-timestamp": of("stream")(
    "a time needs AT_TIMESTAMP",
    { startingPosition: "LATEST", startingPositionTimestamp: "2026-01-01T00:00:00Z" },
    { startingPosition: "AT_TIMESTAMP", startingPositionTimestamp: "2026-01-01T00:00:00Z" },
  ),
  "lambda-esm-starting-position-timestamp-sqs-unsupported": of("queue")(
    "a queue has no starting time",
    { startingPositionTimestamp: "2026-01-01T00:00:00Z" },
    {},
  ),
  "lambda-esm-tumbling-window-stream-only": only("only shards have tumbling windows", "stream", "queue", {
    tumblingWindowInSeconds: 60,
  }),
  "lambda-esm-kms-key-policy-lambda-principal": facts(
    "the key of filters lets Lambda decrypt",
    encrypted({ AWS: `arn:aws:iam::${account}:root` }),
    encrypted({ Service: "lambda.amazonaws.com" }),
  ),
};
