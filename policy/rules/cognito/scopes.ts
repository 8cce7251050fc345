import { limits } from "../../limits";
import { elements, rangeRule } from "../../range";
import { types } from "../../resource";

export const cognitoScopes = rangeRule({
  id: "cognito-scopes",
  type: types.resourceServer,
  property: ["scopes"],
  measure: elements,
  limit: limits.cognito.scopes,
  fix: "Join scopes, or make a second resource server.",
  headroom: true,
});
