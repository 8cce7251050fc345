import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const sqsVisibilityTimeout = rangeRule({
  id: "sqs-visibility-timeout",
  type: types.queue,
  property: ["visibilityTimeoutSeconds"],
  limit: limits.sqs.visibilityTimeout,
  fix: "Set a visibility timeout of at most 43,200 s (12 hours).",
});
