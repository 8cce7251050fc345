import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaBatchWindow = rangeRule({
  id: "lambda-batch-window",
  type: types.eventSourceMapping,
  property: ["maximumBatchingWindowInSeconds"],
  limit: limits.eventSource.batchingWindow,
  fix: "Set 0 to 300 s.",
});
