import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaBatchSize = rangeRule({
  id: "lambda-batch-size",
  title: "A batch of an event source has 1 to 10,000 records",
  type: types.eventSourceMapping,
  property: ["batchSize"],
  limit: limits.eventSource.batchSize,
  fix: "Set 1 to 10,000 records.",
});
