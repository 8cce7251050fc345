import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaStreamRetries = rangeRule({
  id: "lambda-stream-retries",
  type: types.eventSourceMapping,
  property: ["maximumRetryAttempts"],
  limit: limits.eventSource.retries,
  fix: "Set at most 10,000 retries, or \u22121 until the records expire.",
});
