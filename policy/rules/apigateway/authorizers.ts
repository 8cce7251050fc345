import { limits } from "../../limits";
import { types } from "../../resource";
import { childrenRule } from "../children";

export const apigatewayAuthorizers = childrenRule({
  id: "apigateway-authorizers",
  type: types.restApi,
  children: [[types.apiAuthorizer, "restApi"]],
  limit: limits.apigateway.authorizers,
  fix: "Let routes share authorizers, or have the quota raised.",
});
