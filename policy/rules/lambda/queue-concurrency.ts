import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaQueueConcurrency = rangeRule({
  id: "lambda-queue-concurrency",
  type: types.eventSourceMapping,
  property: ["scalingConfig", "maximumConcurrency"],
  limit: limits.eventSource.queueConcurrency,
  fix: "Set 2 to 1,000, or leave it out.",
});
