import { limits } from "../../limits";
import { elements, rangeRule } from "../../range";
import { types } from "../../resource";

export const cognitoCallbackUrls = rangeRule({
  id: "cognito-callback-urls",
  type: types.userPoolClient,
  property: ["callbackUrls"],
  measure: elements,
  limit: limits.cognito.redirectUrls,
  fix: "Make a second app client, or lead all applications through one URL.",
  headroom: true,
});
