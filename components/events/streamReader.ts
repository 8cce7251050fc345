import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { alarm, type AlarmArgs, deadLetterAlarm } from "../core/alarms";
import { type Problem, Problems } from "../core/check";
import { DeadLetterQueue } from "../function/deadLetterQueue";
import { withDefaults } from "../core/defaults";
import { sendFailures } from "../function/failureDestination";
import { type Function } from "../function/function";
import { policyDocument, sendMessages, type Statement } from "../core/permissions";
import { type Tags } from "../core/tags";

/** Where in the stream a new reader begins. */
export enum StartingPosition {
  /** With the oldest record that the stream still has. */
  TrimHorizon = "TRIM_HORIZON",
  /** With the next record. */
  Latest = "LATEST",
}

/** How a function reads a stream, of a table or of Kinesis. */
export interface StreamReaderArgs {
  /** What is called with each batch. Its role gets the right to read the stream. */
  function: Function;
  /**
   * Event patterns, at most 5; a record that matches none is skipped. For example `{ dynamodb: { NewImage: { … } } }` of a
   * table, `{ data: { type: ["order"] } }` of Kinesis.
   * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
   */
  filters?: Record<string, unknown>[];
  /** Records of one call at most, 1 to 10,000. Default: 100. */
  batchSize?: number;
  /** Seconds to wait for a batch to fill, 0 to 300. Default: 0. */
  batchingWindowSeconds?: number;
  /** Batches of one shard at the same time, 1 to 10; records of one key stay in order. Default: 1. */
  parallelization?: number;
  /** Halve a batch that failed, to find the record that fails. Default: true (Lambda's own is false). */
  bisect?: boolean;
  /** The function answers with the records that failed (`batchItemFailures`), and only from there it goes on. Default: true. */
  partialBatchResponse?: boolean;
  /** Retries of a batch, -1 (until its records expire) to 10,000. Default: 5 (Lambda's own is -1, which can block a shard for a day). */
  maximumRetryAttempts?: number;
  /** Seconds after which a record is given up, 60 to 604,800. Default: 86,400, as long as a stream keeps it by default. */
  maximumRecordAgeSeconds?: number;
  /** Default: TrimHorizon. */
  startingPosition?: StartingPosition;
  /** SQS queue, SNS topic or bucket (ARN) that gets a message for records given up. Default: a queue of the reader's own. */
  failureDestinationArn?: pulumi.Input<string>;
  /** Default: true. */
  enabled?: boolean;
  /** Alarms for lag and for records given up. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}

/** What a reader has when its arguments do not say. */
export const streamReaderDefaults = {
  batchSize: 100,
  batchingWindowSeconds: 0,
  parallelization: 1,
  bisect: true,
  partialBatchResponse: true,
  maximumRetryAttempts: 5,
  maximumRecordAgeSeconds: 86_400,
  startingPosition: StartingPosition.TrimHorizon,
  enabled: true,
};

/** Records that wait longer than this are late, in milliseconds. */
const LATE = 15 * 60_000;

/** What cannot work of a reader's arguments. */
export function streamReaderProblems(args: StreamReaderArgs): Problem[] {
  const { batchSize, batchingWindow, parallelization, retries, recordAge } = limits.eventSource;
  return new Problems()
    .all(filterProblems(args.filters))
    .range("batchSize", args.batchSize, batchSize)
    .range("batchingWindowSeconds", args.batchingWindowSeconds, batchingWindow)
    .range("parallelization", args.parallelization, parallelization)
    .range("maximumRetryAttempts", args.maximumRetryAttempts, retries)
    .range("maximumRecordAgeSeconds", args.maximumRecordAgeSeconds, recordAge).list;
}

/** What cannot work of the patterns of any event source. */
export function filterProblems(filters: Record<string, unknown>[] | undefined): Problem[] {
  return new Problems()
    .that((filters?.length ?? 1) >= 1, "filters", filters, "give one pattern or more, or leave it out")
    .range("filters.length", filters?.length, limits.eventSource.filters).list;
}

/** Patterns as Lambda takes them. */
export function filterCriteria(
  filters: Record<string, unknown>[] | undefined,
): Pick<aws.lambda.EventSourceMappingArgs, "filterCriteria"> {
  if (!filters) return {};
  return { filterCriteria: { filters: filters.map((filter) => ({ pattern: JSON.stringify(filter) })) } };
}

/** The function's right to read, the mapping, where records go that were given up, and the alarms of all that. */
export function readStream(
  kind: string,
  name: string,
  args: StreamReaderArgs & { streamArn: pulumi.Input<string>; rights: Statement[] },
  opts: pulumi.CustomResourceOptions,
): { mapping: aws.lambda.EventSourceMapping; deadLetterQueue?: DeadLetterQueue } {
  const settings = withDefaults(streamReaderDefaults, args);
  const { function: reader, tags } = settings;
  const deadLetterQueue =
    args.failureDestinationArn === undefined ? new DeadLetterQueue(`${name}-given-up`, { tags }, opts) : undefined;
  const destination = deadLetterQueue?.arn ?? pulumi.output(args.failureDestinationArn ?? "");
  const failures = deadLetterQueue ? sendMessages(deadLetterQueue) : sendFailures(kind, name, destination);
  const rights = new aws.iam.RolePolicy(
    `${name}-stream`,
    { role: reader.role.name, policy: policyDocument([...args.rights, ...failures.statements]) },
    opts,
  );
  const mapping = new aws.lambda.EventSourceMapping(
    name,
    {
      eventSourceArn: args.streamArn,
      functionName: reader.invokeTargetArn,
      startingPosition: settings.startingPosition,
      batchSize: settings.batchSize,
      maximumBatchingWindowInSeconds: settings.batchingWindowSeconds,
      parallelizationFactor: settings.parallelization,
      bisectBatchOnFunctionError: settings.bisect,
      maximumRetryAttempts: settings.maximumRetryAttempts,
      maximumRecordAgeInSeconds: settings.maximumRecordAgeSeconds,
      functionResponseTypes: settings.partialBatchResponse ? ["ReportBatchItemFailures"] : [],
      ...filterCriteria(args.filters),
      destinationConfig: { onFailure: { destinationArn: destination } },
      enabled: settings.enabled,
      tags,
    },
    { ...opts, dependsOn: [rights] },
  );
  watch(name, settings, deadLetterQueue, opts);
  return { mapping, deadLetterQueue };
}

function watch(
  name: string,
  { function: reader, alarms, tags }: StreamReaderArgs,
  deadLetterQueue: DeadLetterQueue | undefined,
  opts: pulumi.CustomResourceOptions,
): void {
  alarm(
    `${name}-late`,
    {
      description: `${name} reads records more than ${LATE / 60_000} minutes late`,
      namespace: "AWS/Lambda",
      metricName: "IteratorAge",
      dimensions: { FunctionName: reader.functionName },
      statistic: "Maximum",
      comparisonOperator: "GreaterThanThreshold",
      threshold: LATE,
    },
    { ...alarms, tags },
    opts,
  );
  if (!deadLetterQueue) return;
  const description = `${name} gave up records: where they are in the stream waits in its queue`;
  deadLetterAlarm(
    `${name}-given-up`,
    { queueName: deadLetterQueue.queue.name, description },
    { ...alarms, tags },
    opts,
  );
}
