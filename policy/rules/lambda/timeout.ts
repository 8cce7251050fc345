import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaTimeout = rangeRule({
  id: "lambda-timeout",
  type: types.function,
  property: ["timeout"],
  limit: limits.lambda.timeout,
  fix: "Set a timeout of at most 900 s, or split the work: Step Functions and AWS Batch run for longer.",
  headroom: true,
});
