import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaMemory = rangeRule({
  id: "lambda-memory",
  type: types.function,
  property: ["memorySize"],
  limit: limits.lambda.memory,
  fix: "Set the memory to a whole number of MB from 128 to 10,240.",
  headroom: true,
});
