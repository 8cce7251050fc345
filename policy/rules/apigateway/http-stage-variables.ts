import { limits } from "../../limits";
import { elements, rangeRule } from "../../range";
import { types } from "../../resource";

export const apigatewayHttpStageVariables = rangeRule({
  id: "apigateway-http-stage-variables",
  type: types.httpStage,
  property: ["stageVariables"],
  measure: elements,
  limit: limits.apigateway.stageVariables,
  fix: "Keep settings in SSM Parameter Store or in the environment of the functions.",
  headroom: true,
});
