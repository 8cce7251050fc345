import { limits } from "../../limits";
import { types } from "../../resource";
import { childrenRule } from "../children";

export const apigatewayHttpAuthorizers = childrenRule({
  id: "apigateway-http-authorizers",
  type: types.httpApi,
  children: [[types.httpAuthorizer, "apiId"]],
  limit: limits.apigateway.httpAuthorizers,
  fix: "Let routes share authorizers, or have the quota raised.",
});
