import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaTumblingWindow = rangeRule({
  id: "lambda-tumbling-window",
  type: types.eventSourceMapping,
  property: ["tumblingWindowInSeconds"],
  limit: limits.eventSource.tumblingWindow,
  fix: "Set 0 to 900 s.",
});
