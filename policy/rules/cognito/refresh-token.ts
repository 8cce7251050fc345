import { limits } from "../../limits";
import { tokenRule } from "./tokenValidity";

export const cognitoRefreshToken = tokenRule({
  id: "cognito-refresh-token",
  token: "refreshToken",
  unit: "days",
  limit: limits.cognito.refreshTokenMinutes,
  fix: "Set an hour to ten years, with tokenValidityUnits.refreshToken.",
});
