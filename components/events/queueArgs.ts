import type * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { type AlarmArgs } from "../core/alarms";
import { type Tags } from "../core/tags";

/** Arguments of a {@link Queue}. */
export interface QueueArgs {
  /**
   * First in, first out: messages of a group arrive in order, and SQS drops a message with the same content within five
   * minutes. Default: false.
   */
  fifo?: boolean;
  /**
   * Seconds that a received message is hidden, 0 to 43,200: at least six times the timeout of the function that reads
   * it. Default: 180 (SQS's default is 30), six times a function's default timeout.
   */
  visibilityTimeoutSeconds?: number;
  /** Seconds that a message is kept, 60 to 1,209,600. Default: 345,600, as in SQS. */
  retentionSeconds?: number;
  /** Seconds before a new message can be received, 0 to 900. Default: 0. */
  delaySeconds?: number;
  /** How often a message is received before it becomes a dead letter, 1 to 1,000. Default: 5. */
  maxReceiveCount?: number;
  /** Seconds after which a waiting message raises an alarm; 60 or more. Default: 900. */
  lateAfterSeconds?: number;
  /** Customer-managed KMS key. Default: the key that SQS manages. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Alarms for messages that wait too long, and for dead letters. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of every resource in the component that can have tags. */
  tags?: Tags;
}

/** Defaults of a queue's arguments. */
export const queueDefaults = {
  fifo: false,
  visibilityTimeoutSeconds: 180,
  retentionSeconds: limits.sqs.retention.default,
  delaySeconds: 0,
  maxReceiveCount: 5,
  lateAfterSeconds: 900,
};
