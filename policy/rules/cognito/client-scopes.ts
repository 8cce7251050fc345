import { limits } from "../../limits";
import { elements, rangeRule } from "../../range";
import { types } from "../../resource";

export const cognitoClientScopes = rangeRule({
  id: "cognito-client-scopes",
  type: types.userPoolClient,
  property: ["allowedOauthScopes"],
  measure: elements,
  limit: limits.cognito.clientScopes,
  fix: "Join scopes, or make clients for different uses.",
  headroom: true,
});
