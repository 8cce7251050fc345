import { limits } from "../../limits";
import { types } from "../../resource";
import { childrenRule } from "../children";

export const apigatewayStages = childrenRule({
  id: "apigateway-stages",
  type: types.restApi,
  children: [[types.apiStage, "restApi"]],
  limit: limits.apigateway.stages,
  fix: "Make one stack for each environment, or have the quota raised.",
});
