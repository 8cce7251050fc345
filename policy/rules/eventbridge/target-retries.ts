import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const eventbridgeTargetRetries = rangeRule({
  id: "eventbridge-target-retries",
  type: types.eventTarget,
  property: ["retryPolicy", "maximumRetryAttempts"],
  limit: limits.eventbridge.retries,
  fix: "Set at most 185 retries.",
});
