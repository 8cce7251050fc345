import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaEventRetries = rangeRule({
  id: "lambda-event-retries",
  type: types.functionEventInvokeConfig,
  property: ["maximumRetryAttempts"],
  limit: limits.lambda.asyncRetries,
  fix: "Set 0, 1 or 2 retries; for more, put an SQS queue in front of the function.",
});
