import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type FunctionTarget } from "../function/target";
import { type Tags } from "../core/tags";

/** Where in the stream a new reader starts. */
export const StartingPosition = {
  /** At the oldest record that the stream still has. */
  TrimHorizon: "TRIM_HORIZON",
  /** At the next record. */
  Latest: "LATEST",
} as const;
export type StartingPosition = (typeof StartingPosition)[keyof typeof StartingPosition];

/** How a function reads a table's stream or a Kinesis stream. */
export interface StreamReaderArgs {
  /** Function to call with each batch. Its role gets the right to read the stream. */
  function: FunctionTarget;
  /**
   * Event patterns, at most 5; a record that matches none is skipped. For example `{ dynamodb: { NewImage: { … } } }` of a
   * table, `{ data: { type: ["order"] } }` of Kinesis.
   * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
   */
  filters?: Record<string, unknown>[];
  /** Most records of a call, 1 to 10,000. Default: 100. */
  batchSize?: number;
  /** Seconds to wait for a batch to fill, 0 to 300. Default: 0. */
  batchingWindowSeconds?: number;
  /** Concurrent batches of a shard, 1 to 10; records of a key stay in order. Default: 1. */
  parallelization?: number;
  /** Halve a failed batch to find the failing record. Default: true (Lambda's default is false). */
  bisect?: boolean;
  /** The function returns the failed records (`batchItemFailures`), and Lambda retries from there. Default: true. */
  partialBatchResponse?: boolean;
  /** Retries of a batch, -1 (until its records expire) to 10,000. Default: 5 (Lambda's default is -1, which can block a shard for a day). */
  maximumRetryAttempts?: number;
  /** Seconds after which a record is discarded, 60 to 604,800. Default: 86,400, the default retention of a stream. */
  maximumRecordAgeSeconds?: number;
  /** Default: TrimHorizon. */
  startingPosition?: StartingPosition;
  /** SQS queue, SNS topic or bucket (ARN) that gets a message for discarded records. Default: a new queue. */
  failureDestinationArn?: pulumi.Input<string>;
  /** Default: true. */
  enabled?: boolean;
  /** Alarms for lag and for discarded records. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of every resource in the component that can have tags. */
  tags?: Tags;
}

/** Defaults of a reader's arguments. */
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
