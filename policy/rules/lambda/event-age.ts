import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaEventAge = rangeRule({
  id: "lambda-event-age",
  type: types.functionEventInvokeConfig,
  property: ["maximumEventAgeInSeconds"],
  limit: limits.lambda.asyncEventAge,
  fix: "Set an age from 60 s to 21,600 s (six hours).",
});
