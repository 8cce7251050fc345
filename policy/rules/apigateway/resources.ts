import { limits } from "../../limits";
import { types } from "../../resource";
import { childrenRule } from "../children";

export const apigatewayResources = childrenRule({
  id: "apigateway-resources",
  type: types.restApi,
  children: [[types.apiResource, "restApi"]],
  limit: limits.apigateway.resources,
  fix: "Use a {proxy+} resource, split the API, or have the quota raised.",
});
