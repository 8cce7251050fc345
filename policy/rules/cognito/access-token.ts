import { limits } from "../../limits";
import { tokenRule } from "./tokenValidity";

export const cognitoAccessToken = tokenRule({
  id: "cognito-access-token",
  token: "accessToken",
  unit: "hours",
  limit: limits.cognito.tokenMinutes,
  fix: "Set 5 minutes to a day, with tokenValidityUnits.accessToken.",
});
