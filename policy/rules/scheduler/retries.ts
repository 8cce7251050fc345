import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const schedulerRetries = rangeRule({
  id: "scheduler-retries",
  type: types.schedule,
  property: ["target", "retryPolicy", "maximumRetryAttempts"],
  limit: limits.scheduler.retries,
  fix: "Set at most 185 retries.",
});
