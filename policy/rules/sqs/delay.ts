import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const sqsDelay = rangeRule({
  id: "sqs-delay",
  type: types.queue,
  property: ["delaySeconds"],
  limit: limits.sqs.delay,
  fix: "Set a delay of at most 900 s; for longer ones, use a one-time schedule of EventBridge Scheduler.",
});
