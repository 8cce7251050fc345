import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type Tags } from "../core/tags";

/** Arguments of a {@link Queue}. */
export interface QueueArgs {
  /**
   * First in, first out: messages of one group come in order, and a message with the same content is taken once within
   * five minutes. Default: false.
   */
  fifo?: boolean;
  /**
   * Seconds that a message is hidden after it was received, 0 to 43,200: at least six times the timeout of the function
   * that reads it. Default: 180 (SQS' own is 30), six times a function's default timeout.
   */
  visibilityTimeoutSeconds?: number;
  /** Seconds that a message is kept, 60 to 1,209,600. Default: 345,600, as SQS' own. */
  retentionSeconds?: number;
  /** Seconds before a new message can be received, 0 to 900. Default: 0. */
  delaySeconds?: number;
  /** How often a message is received before it is a dead letter, 1 to 1,000. Default: 5. */
  maxReceiveCount?: number;
  /** Seconds after which a message that waits is late, and an alarm says so; 60 or more. Default: 900. */
  lateAfterSeconds?: number;
  /** Customer-managed KMS key. Default: the key that SQS manages. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Alarms for messages that wait too long, and for dead letters. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}

/** What a queue has when its arguments do not say. */
export const queueDefaults = {
  fifo: false,
  visibilityTimeoutSeconds: 180,
  retentionSeconds: 345_600,
  delaySeconds: 0,
  maxReceiveCount: 5,
  lateAfterSeconds: 900,
};
