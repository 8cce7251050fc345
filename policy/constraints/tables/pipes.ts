import { type Row, type TypeRows } from "../schema";
import { api } from "./pages";
import { target, streamArn, queueArn } from "./samples";

const tableStream = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/2026-01-01T00:00:00.000";

const pipe = (more: object) => ({ roleArn: "arn:aws:iam::111122223333:role/p", target: target.arn, ...more });

const kinesisParameters = "sourceParameters.kinesisStreamParameters";

/** EventBridge Pipes. */
export const pipes: readonly TypeRows[] = [
  {
    type: "aws:pipes/pipe:Pipe",
    source: api("pipes", "CreatePipe"),
    rows: [
      ...Object.entries({
        sqsQueueParameters: ["sqs"],
        lambdaFunctionParameters: ["lambda"],
        stepFunctionStateMachineParameters: ["states"],
        kinesisStreamParameters: ["kinesis"],
        ecsTaskParameters: ["ecs"],
        batchJobParameters: ["batch"],
        eventbridgeEventBusParameters: ["events"],
        cloudwatchLogsParameters: ["logs"],
        redshiftDataParameters: ["redshift", "redshift-serverless"],
        sagemakerPipelineParameters: ["sagemaker"],
      }).map(([parameters, taken]) => ({
        at: "",
        fact: `targetParameters.${parameters} go with a target of ${taken.join(" or ")}`,
        when: { [`targetParameters.${parameters}`]: {} },
        properties: { target: { arnOf: taken } },
        source: "measured",
        good: {
          target: `arn:aws:${taken[0]}:eu-west-1:111122223333:x`,
          targetParameters: { [parameters]: {} },
        },
        bad: { target: "arn:aws:sns:eu-west-1:111122223333:t", targetParameters: { [parameters]: {} } },
      })),
      {
        at: "",
        fact: "a pipe of a Kinesis stream needs sourceParameters.kinesisStreamParameters with a startingPosition",
        if: { required: ["source"], properties: { source: { arnOf: ["kinesis"] } } },
        then: { required: [`${kinesisParameters}.startingPosition`] },
        good: pipe({
          source: streamArn,
          sourceParameters: { kinesisStreamParameters: { startingPosition: "LATEST" } },
        }),
        bad: pipe({ source: streamArn }),
      },
      {
        at: "",
        fact: "a pipe of a DynamoDB stream needs sourceParameters.dynamodbStreamParameters with a startingPosition",
        if: { required: ["source"], properties: { source: { arnOf: ["dynamodb"] } } },
        then: { required: ["sourceParameters.dynamodbStreamParameters.startingPosition"] },
        good: pipe({
          source: tableStream,
          sourceParameters: { dynamodbStreamParameters: { startingPosition: "LATEST" } },
        }),
        bad: pipe({ source: tableStream }),
      },
      {
        at: "",
        fact: "a pipe of Amazon MSK names the topic",
        if: { required: ["source"], properties: { source: { arnOf: ["kafka"] } } },
        then: { required: ["sourceParameters.managedStreamingKafkaParameters"] },
        good: pipe({
          source: "arn:aws:kafka:eu-west-1:111122223333:cluster/c/1",
          sourceParameters: { managedStreamingKafkaParameters: { topicName: "t" } },
        }),
        bad: pipe({ source: "arn:aws:kafka:eu-west-1:111122223333:cluster/c/1" }),
      },
      {
        at: "source",
        fact: "a source is a queue, a stream, a DynamoDB stream, a broker of Amazon MQ, or Kafka",
        anyOf: [{ pattern: "^smk://" }, { arnOf: ["sqs", "kinesis", "dynamodb", "mq", "kafka"] }],
        good: queueArn,
        bad: "arn:aws:sns:eu-west-1:111122223333:t",
      },
      {
        at: "source",
        fact: "the source of DynamoDB is a stream of a table, no table",
        not: { pattern: "^arn:[^:]*:dynamodb:[^/]*table/[^/]+$" },
        good: tableStream,
        bad: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
      },
      {
        at: `${kinesisParameters}.startingPosition`,
        enum: ["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"],
        source: api("pipes", "PipeSourceKinesisStreamParameters"),
        good: "LATEST",
        bad: "EARLIEST",
      },
      {
        at: "sourceParameters.dynamodbStreamParameters.startingPosition",
        enum: ["TRIM_HORIZON", "LATEST"],
        source: api("pipes", "PipeSourceDynamoDBStreamParameters"),
        good: "LATEST",
        bad: "AT_TIMESTAMP",
      },
      {
        at: kinesisParameters,
        fact: "AT_TIMESTAMP needs a startingPositionTimestamp",
        when: { startingPosition: "AT_TIMESTAMP" },
        required: ["startingPositionTimestamp"],
        source: api("pipes", "PipeSourceKinesisStreamParameters"),
        good: { startingPosition: "AT_TIMESTAMP", startingPositionTimestamp: "2026-01-01T00:00:00Z" },
        bad: { startingPosition: "AT_TIMESTAMP" },
      },
      ...["kinesisStreamParameters", "dynamodbStreamParameters"].flatMap((kind): Row[] => [
        { at: `sourceParameters.${kind}.parallelizationFactor`, minimum: 1, maximum: 10, good: 10, bad: 11 },
        { at: `sourceParameters.${kind}.batchSize`, minimum: 1, maximum: 10000, good: 10000, bad: 10001 },
        {
          at: `sourceParameters.${kind}.maximumBatchingWindowInSeconds`,
          minimum: 0,
          maximum: 300,
          good: 300,
          bad: 301,
        },
        {
          at: `sourceParameters.${kind}.onPartialBatchItemFailure`,
          const: "AUTOMATIC_BISECT",
          good: "AUTOMATIC_BISECT",
          bad: "BISECT",
        },
        { at: `sourceParameters.${kind}.maximumRetryAttempts`, minimum: -1, maximum: 10000, good: 10000, bad: 10001 },
      ]),
      { at: "sourceParameters.sqsQueueParameters.batchSize", minimum: 1, maximum: 10000, good: 10000, bad: 10001 },
      {
        at: "sourceParameters.sqsQueueParameters.maximumBatchingWindowInSeconds",
        minimum: 0,
        maximum: 300,
        good: 300,
        bad: 301,
      },
      {
        at: "sourceParameters.filterCriteria.filters",
        maxItems: 5,
        good: [{ pattern: '{"body":{"a":["b"]}}' }],
        bad: Array.from({ length: 6 }, () => ({ pattern: '{"body":{"a":["b"]}}' })),
      },
      {
        at: "sourceParameters.filterCriteria.filters[].pattern",
        format: "sourceFilter",
        fact: "a pattern is a JSON object in which every value is a list",
        good: '{"body":{"a":["b"]}}',
        bad: '{"body":{"a":"b"}}',
      },
      {
        at: "",
        fact: "a pipe has the parameters of its source only",
        if: { required: ["source"], properties: { source: { arnOf: ["sqs"] } } },
        then: { excluded: [kinesisParameters, "sourceParameters.dynamodbStreamParameters"] },
        source: "measured",
        good: pipe({ source: queueArn, sourceParameters: { sqsQueueParameters: { batchSize: 1 } } }),
        bad: pipe({ source: queueArn, sourceParameters: { kinesisStreamParameters: { startingPosition: "LATEST" } } }),
      },
      { at: "desiredState", enum: ["RUNNING", "STOPPED"], good: "RUNNING", bad: "STARTED" },
      { at: "logConfiguration.level", enum: ["OFF", "ERROR", "INFO", "TRACE"], good: "ERROR", bad: "DEBUG" },
      { at: "logConfiguration.includeExecutionDatas[]", const: "ALL", good: "ALL", bad: "INPUT" },
      {
        at: "name",
        fact: "a name has letters, digits and . - _, 64 at most",
        pattern: "^[.\\-_A-Za-z0-9]{1,64}$",
        good: "orders",
        bad: "my orders",
      },
      {
        at: "targetParameters.lambdaFunctionParameters.invocationType",
        enum: ["REQUEST_RESPONSE", "FIRE_AND_FORGET"],
        good: "FIRE_AND_FORGET",
        bad: "EVENT",
      },
      {
        at: "targetParameters.stepFunctionStateMachineParameters.invocationType",
        enum: ["REQUEST_RESPONSE", "FIRE_AND_FORGET"],
        good: "FIRE_AND_FORGET",
        bad: "SYNC",
      },
      {
        at: "enrichment",
        fact: "an enrichment is a function, a state machine, an API or an API destination",
        arnOf: ["lambda", "states", "execute-api", "events"],
        good: target.arn,
        bad: queueArn,
      },
    ],
  },
];
