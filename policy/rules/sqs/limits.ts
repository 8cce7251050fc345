import { limits } from "../../../limits";
import { rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "sqs-delay",
    type: types.queue,
    property: ["delaySeconds"],
    limit: limits.sqs.delay,
    fix: "Set a delay of at most 900 s; for longer ones, use a one-time schedule of EventBridge Scheduler.",
  }),
  rangeRule({
    id: "sqs-message-size",
    type: types.queue,
    property: ["maxMessageSize"],
    limit: limits.sqs.messageBytes,
    fix: "Set a size from 1,024 to 1,048,576 bytes; put larger bodies in S3 and send their keys.",
  }),
  rangeRule({
    id: "sqs-receive-wait",
    type: types.queue,
    property: ["receiveWaitTimeSeconds"],
    limit: limits.sqs.receiveWait,
    fix: "Set a wait of at most 20 s.",
  }),
  rangeRule({
    id: "sqs-retention",
    type: types.queue,
    property: ["messageRetentionSeconds"],
    limit: limits.sqs.retention,
    fix: "Set a retention from 60 s to 1,209,600 s (14 days).",
  }),
  rangeRule({
    id: "sqs-visibility-timeout",
    type: types.queue,
    property: ["visibilityTimeoutSeconds"],
    limit: limits.sqs.visibilityTimeout,
    fix: "Set a visibility timeout of at most 43,200 s (12 hours).",
  }),
];
