import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const cognitoPasswordLength = rangeRule({
  id: "cognito-password-length",
  type: types.userPool,
  property: ["passwordPolicy", "minimumLength"],
  limit: limits.cognito.passwordLength,
  fix: "Set 8 to 99 characters; Cognito takes no pool with less than 6.",
});
