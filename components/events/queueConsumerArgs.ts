import type * as pulumi from "@pulumi/pulumi";
import { type FunctionTarget } from "../function/target";
import { type Tags } from "../core/tags";

/** How a function reads the messages of a queue. */
export interface MessageReaderArgs {
  /** Function to call with each batch. Its role gets the right to receive and delete messages of this queue. */
  function: FunctionTarget;
  /** Most messages of a call: 1 to 10,000, of a FIFO queue 1 to 10. Default: 10. */
  batchSize?: number;
  /**
   * Seconds to wait for a batch to fill, 0 to 300; 1 or more for a batchSize above 10; none for a FIFO queue. Default:
   * 0.
   */
  batchingWindowSeconds?: number;
  /**
   * Concurrent executions that this queue may use, 2 to 1,000, and at most the function's reservation, or messages that
   * Lambda cannot deliver in time become dead letters untried. Default: the function's concurrency.
   */
  maximumConcurrency?: number;
  /**
   * The function returns the failed messages (`batchItemFailures`), and only those return to the queue. Default: true.
   */
  partialBatchResponse?: boolean;
  /**
   * Event patterns, at most 5; a message that matches none is deleted unread. For example `{ body: { type: ["order"] } }`.
   * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
   */
  filters?: Record<string, unknown>[];
  /** Default: true. */
  enabled?: boolean;
  /** Tags of every resource in the component that can have tags. */
  tags?: Tags;
}

/** A queue as its consumers see it, such as a `Queue`. */
export interface ConsumedQueue {
  readonly arn: pulumi.Output<string>;
  readonly fifo: boolean;
  readonly visibilityTimeoutSeconds: number;
  /** The customer-managed key, if any. */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/** Arguments of a {@link QueueConsumer}. */
export interface QueueConsumerArgs extends MessageReaderArgs {
  queue: ConsumedQueue;
}

/** Defaults of a consumer's arguments. */
export const queueConsumerDefaults = {
  batchSize: 10,
  batchingWindowSeconds: 0,
  partialBatchResponse: true,
  enabled: true,
};
