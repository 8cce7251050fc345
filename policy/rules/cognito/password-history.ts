import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const cognitoPasswordHistory = rangeRule({
  id: "cognito-password-history",
  type: types.userPool,
  property: ["passwordPolicy", "passwordHistorySize"],
  limit: limits.cognito.passwordHistory,
  fix: "Set 0 to 24 passwords.",
});
