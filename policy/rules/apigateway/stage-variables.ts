import { limits } from "../../limits";
import { elements, rangeRule } from "../../range";
import { types } from "../../resource";

export const apigatewayStageVariables = rangeRule({
  id: "apigateway-stage-variables",
  type: types.apiStage,
  property: ["variables"],
  measure: elements,
  limit: limits.apigateway.stageVariables,
  fix: "Keep settings in SSM Parameter Store or in the environment of the functions.",
  headroom: true,
});
