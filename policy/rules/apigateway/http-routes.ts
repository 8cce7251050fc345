import { limits } from "../../limits";
import { types } from "../../resource";
import { childrenRule } from "../children";

export const apigatewayHttpRoutes = childrenRule({
  id: "apigateway-http-routes",
  type: types.httpApi,
  children: [[types.httpRoute, "apiId"]],
  limit: limits.apigateway.httpRoutes,
  fix: "Use a {proxy+} route, split the API, or have the quota raised.",
});
