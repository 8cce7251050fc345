import { limits } from "../../limits";
import { types } from "../../resource";
import { childrenRule } from "../children";

export const apigatewayHttpStages = childrenRule({
  id: "apigateway-http-stages",
  type: types.httpApi,
  children: [[types.httpStage, "apiId"]],
  limit: limits.apigateway.httpStages,
  fix: "Make one stack for each environment, or have the quota raised.",
});
