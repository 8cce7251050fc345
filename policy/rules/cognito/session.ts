import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const cognitoSession = rangeRule({
  id: "cognito-session",
  type: types.userPoolClient,
  property: ["authSessionValidity"],
  limit: limits.cognito.sessionMinutes,
  fix: "Set 3 to 15 minutes.",
});
