import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../policy/limits";
import { alarm, type AlarmArgs } from "./alarms";
import { Check } from "./check";
import { DeadLetterQueue } from "./deadLetterQueue";
import { withDefaults } from "./defaults";
import { sendFailures } from "./failureDestination";
import { type Function } from "./function";
import { policyDocument, sendMessages } from "./permissions";
import { type Table } from "./table";

/** What happened to an item. */
export enum ChangeEvent {
  Insert = "INSERT",
  Modify = "MODIFY",
  Remove = "REMOVE",
}

/** Where in the stream a new consumer begins. */
export enum StartingPosition {
  /** With the oldest change that the stream still has. */
  TrimHorizon = "TRIM_HORIZON",
  /** With the next change. */
  Latest = "LATEST",
}

/** How a function reads the changes of a table. */
export interface ChangeReaderArgs {
  /** What is called with each batch. Its role gets the right to read the stream. */
  function: Function;
  /** Default: all of them. */
  events?: ChangeEvent[];
  /**
   * Event patterns, at most 5; a record that matches none is skipped. For example `{ dynamodb: { NewImage: { … } } }`.
   * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
   */
  filters?: Record<string, unknown>[];
  /** Records of one call at most, 1 to 10,000. Default: 100. */
  batchSize?: number;
  /** Seconds to wait for a batch to fill, 0 to 300. Default: 0. */
  batchingWindowSeconds?: number;
  /** Batches of one shard at the same time, 1 to 10; changes of one item stay in order. Default: 1. */
  parallelization?: number;
  /** Halve a batch that failed, to find the record that fails. Default: true (Lambda's own is false). */
  bisect?: boolean;
  /** The function answers with the records that failed (`batchItemFailures`), and only from there it goes on. Default: true. */
  partialBatchResponse?: boolean;
  /** Retries of a batch, -1 (until its records expire) to 10,000. Default: 5 (Lambda's own is -1, which can block a table's stream for a day). */
  maximumRetryAttempts?: number;
  /** Seconds after which a record is given up, 60 to 604,800. Default: 86,400, as long as the stream keeps it. */
  maximumRecordAgeSeconds?: number;
  /** Default: TrimHorizon. */
  startingPosition?: StartingPosition;
  /** SQS queue, SNS topic or bucket (ARN) that is told of records given up. Default: a queue of the consumer's own. */
  failureDestinationArn?: pulumi.Input<string>;
  /** Default: true. */
  enabled?: boolean;
  /** Alarms for lag and for records given up. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of everything in the component that takes tags. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** Arguments of a {@link TableConsumer}. */
export interface TableConsumerArgs extends ChangeReaderArgs {
  /** A table with a stream. */
  table: Table;
}

/** What a consumer has when its arguments do not say. */
export const consumerDefaults = {
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

/** Changes that wait longer than this are late, in milliseconds. */
const LATE = 15 * 60_000;

/**
 * A function that gets every change of a table's items, in order for each item.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export class TableConsumer extends pulumi.ComponentResource {
  readonly mapping: aws.lambda.EventSourceMapping;
  /** Present unless `failureDestinationArn` names another place. */
  readonly deadLetterQueue?: DeadLetterQueue;

  constructor(name: string, args: TableConsumerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:TableConsumer", name, {}, opts);
    check(name, args);
    const child = { parent: this };
    const settings = withDefaults(consumerDefaults, args);
    const { table, function: reader, tags } = settings;
    table.stream.readers.push(name);

    if (args.failureDestinationArn === undefined) {
      this.deadLetterQueue = new DeadLetterQueue(`${name}-given-up`, { tags }, child);
    }
    const destination = this.deadLetterQueue?.arn ?? pulumi.output(args.failureDestinationArn ?? "");
    const failures = this.deadLetterQueue
      ? sendMessages(this.deadLetterQueue)
      : sendFailures("TableConsumer", name, destination);
    const rights = new aws.iam.RolePolicy(
      `${name}-stream`,
      {
        role: reader.role.name,
        policy: policyDocument([
          {
            Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
            Resource: table.streamArn,
          },
          { Action: "dynamodb:ListStreams", Resource: "*" }, // it knows no narrower resource
          ...failures.statements,
        ]),
      },
      child,
    );
    const patterns = filterPatterns(args);
    this.mapping = new aws.lambda.EventSourceMapping(
      name,
      {
        eventSourceArn: table.streamArn,
        functionName: reader.invokeTargetArn,
        startingPosition: settings.startingPosition,
        batchSize: settings.batchSize,
        maximumBatchingWindowInSeconds: settings.batchingWindowSeconds,
        parallelizationFactor: settings.parallelization,
        bisectBatchOnFunctionError: settings.bisect,
        maximumRetryAttempts: settings.maximumRetryAttempts,
        maximumRecordAgeInSeconds: settings.maximumRecordAgeSeconds,
        functionResponseTypes: settings.partialBatchResponse ? ["ReportBatchItemFailures"] : [],
        ...(patterns.length > 0 && { filterCriteria: { filters: patterns.map((pattern) => ({ pattern })) } }),
        destinationConfig: { onFailure: { destinationArn: destination } },
        enabled: settings.enabled,
        tags,
      },
      { ...child, dependsOn: [rights] },
    );
    if (args.alarms?.enabled ?? true) this.watch(name, args);
    this.registerOutputs({ mappingId: this.mapping.uuid });
  }

  private watch(name: string, { function: reader, alarms, tags }: TableConsumerArgs): void {
    alarm(
      `${name}-late`,
      {
        description: `${name} reads changes more than ${LATE / 60_000} minutes late`,
        namespace: "AWS/Lambda",
        metricName: "IteratorAge",
        dimensions: { FunctionName: reader.functionName },
        statistic: "Maximum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: LATE,
      },
      { ...alarms, tags },
      { parent: this },
    );
    if (!this.deadLetterQueue) return;
    alarm(
      `${name}-given-up`,
      {
        description: `${name} gave up changes: where they are in the stream waits in its queue`,
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: this.deadLetterQueue.queue.name },
        statistic: "Maximum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
      },
      { ...alarms, tags },
      { parent: this },
    );
  }
}

/** One pattern for each filter, each of them for the named events only. */
function filterPatterns({ events, filters }: ChangeReaderArgs): string[] {
  if (!events && !filters) return [];
  return (filters ?? [{}]).map((filter) => JSON.stringify({ ...(events && { eventName: events }), ...filter }));
}

function check(name: string, args: TableConsumerArgs): void {
  const { stream, name: table } = args.table;
  const limit = stream.replicated ? limits.dynamodb.globalTableStreamReaders : limits.dynamodb.streamReaders;
  const { batchSize, batchingWindow, parallelization, retries, recordAge } = limits.eventSource;
  new Check("TableConsumer", name)
    .that(stream.on, "table", table, "it has no stream: give the table a streamView")
    .that(
      stream.readers.length < limit.max,
      "table",
      [...stream.readers, name],
      `DynamoDB throttles more than ${limit.max} ${limit.max === 1 ? "reader" : "readers"} of this stream: ` +
        `let one function fan out, through SNS or EventBridge (${limit.page})`,
    )
    .that(args.events?.length !== 0, "events", args.events, "give one event or more, or leave it out for all")
    .that((args.filters?.length ?? 1) >= 1, "filters", args.filters, "give one pattern or more, or leave it out")
    .that((args.filters?.length ?? 0) <= 5, "filters", args.filters?.length, "Lambda allows 5 patterns a mapping")
    .range("batchSize", args.batchSize, batchSize)
    .range("batchingWindowSeconds", args.batchingWindowSeconds, batchingWindow)
    .range("parallelization", args.parallelization, parallelization)
    .range("maximumRetryAttempts", args.maximumRetryAttempts, retries)
    .range("maximumRecordAgeSeconds", args.maximumRecordAgeSeconds, recordAge)
    .done();
}
