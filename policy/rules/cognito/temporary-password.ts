import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const cognitoTemporaryPassword = rangeRule({
  id: "cognito-temporary-password",
  type: types.userPool,
  property: ["passwordPolicy", "temporaryPasswordValidityDays"],
  limit: limits.cognito.temporaryPasswordDays,
  fix: "Set 1 to 365 days.",
});
