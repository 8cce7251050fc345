import type * as pulumi from "@pulumi/pulumi";
import { type FunctionTarget } from "../function/target";
import { type Tags } from "../core/tags";

/** How a function reads the messages of a queue. */
export interface MessageReaderArgs {
  /** What is called with each batch. Its role gets the right to receive and delete messages of this queue. */
  function: FunctionTarget;
  /** Messages of one call at most: 1 to 10,000, of a FIFO queue 1 to 10. Default: 10. */
  batchSize?: number;
  /** Seconds to wait for a batch to fill, 0 to 300; 1 or more where batchSize is above 10; none for a FIFO queue. Default: 0. */
  batchingWindowSeconds?: number;
  /**
   * Concurrent executions that this queue may use, 2 to 1,000, and no more than the function reserves: messages that Lambda
   * cannot hand over in time would become dead letters without a try. Default: as many as the function has.
   */
  maximumConcurrency?: number;
  /** The function answers with the messages that failed (`batchItemFailures`), and only those come again. Default: true. */
  partialBatchResponse?: boolean;
  /**
   * Event patterns, at most 5; a message that matches none is deleted unread. For example `{ body: { type: ["order"] } }`.
   * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
   */
  filters?: Record<string, unknown>[];
  /** Default: true. */
  enabled?: boolean;
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}

/** What a queue shows to its consumers; a `Queue` is one. */
export interface ConsumedQueue {
  readonly arn: pulumi.Output<string>;
  readonly fifo: boolean;
  readonly visibilityTimeoutSeconds: number;
  /** The customer-managed key, if there is one. */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/** Arguments of a {@link QueueConsumer}. */
export interface QueueConsumerArgs extends MessageReaderArgs {
  queue: ConsumedQueue;
}

/** What a consumer of messages has when its arguments do not say. */
export const queueConsumerDefaults = {
  batchSize: 10,
  batchingWindowSeconds: 0,
  partialBatchResponse: true,
  enabled: true,
};
