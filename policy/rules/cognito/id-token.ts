import { limits } from "../../limits";
import { tokenRule } from "./tokenValidity";

export const cognitoIdToken = tokenRule({
  id: "cognito-id-token",
  token: "idToken",
  unit: "hours",
  limit: limits.cognito.tokenMinutes,
  fix: "Set 5 minutes to a day, with tokenValidityUnits.idToken.",
});
