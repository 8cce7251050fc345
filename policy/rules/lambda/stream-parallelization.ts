import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaStreamParallelization = rangeRule({
  id: "lambda-stream-parallelization",
  type: types.eventSourceMapping,
  property: ["parallelizationFactor"],
  limit: limits.eventSource.parallelization,
  fix: "Set 1 to 10 batches a shard.",
});
