import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type FunctionTarget } from "../function/target";
import { type Tags } from "../core/tags";

/** Where in the stream a new reader begins. */
export const StartingPosition = {
  /** With the oldest record that the stream still has. */
  TrimHorizon: "TRIM_HORIZON",
  /** With the next record. */
  Latest: "LATEST",
} as const;
export type StartingPosition = (typeof StartingPosition)[keyof typeof StartingPosition];

/** How a function reads a stream, of a table or of Kinesis. */
export interface StreamReaderArgs {
  /** What is called with each batch. Its role gets the right to read the stream. */
  function: FunctionTarget;
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
