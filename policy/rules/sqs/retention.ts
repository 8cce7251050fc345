import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const sqsRetention = rangeRule({
  id: "sqs-retention",
  type: types.queue,
  property: ["messageRetentionSeconds"],
  limit: limits.sqs.retention,
  fix: "Set a retention from 60 s to 1,209,600 s (14 days).",
});
