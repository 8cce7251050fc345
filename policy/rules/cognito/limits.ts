import { limits } from "../../../limits";
import { elements, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { tokenRule } from "./tokenValidity";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  tokenRule({
    id: "cognito-access-token",
    token: "accessToken",
    unit: "hours",
    limit: limits.cognito.tokenMinutes,
    fix: "Set 5 minutes to a day, with tokenValidityUnits.accessToken.",
  }),
  rangeRule({
    id: "cognito-callback-urls",
    type: types.userPoolClient,
    property: ["callbackUrls"],
    measure: elements,
    limit: limits.cognito.redirectUrls,
    fix: "Make a second app client, or send all applications through one URL.",
    headroom: true,
  }),
  rangeRule({
    id: "cognito-client-scopes",
    type: types.userPoolClient,
    property: ["allowedOauthScopes"],
    measure: elements,
    limit: limits.cognito.clientScopes,
    fix: "Combine scopes, or make clients for different uses.",
    headroom: true,
  }),
  tokenRule({
    id: "cognito-id-token",
    token: "idToken",
    unit: "hours",
    limit: limits.cognito.tokenMinutes,
    fix: "Set 5 minutes to a day, with tokenValidityUnits.idToken.",
  }),
  rangeRule({
    id: "cognito-logout-urls",
    type: types.userPoolClient,
    property: ["logoutUrls"],
    measure: elements,
    limit: limits.cognito.redirectUrls,
    fix: "Make a second app client, or send all applications through one URL.",
    headroom: true,
  }),
  rangeRule({
    id: "cognito-password-history",
    type: types.userPool,
    property: ["passwordPolicy", "passwordHistorySize"],
    limit: limits.cognito.passwordHistory,
    fix: "Set 0 to 24 passwords.",
  }),
  rangeRule({
    id: "cognito-password-length",
    type: types.userPool,
    property: ["passwordPolicy", "minimumLength"],
    limit: limits.cognito.passwordLength,
    fix: "Set 8 to 99 characters; Cognito takes no pool with less than 6.",
  }),
  tokenRule({
    id: "cognito-refresh-token",
    token: "refreshToken",
    unit: "days",
    limit: limits.cognito.refreshTokenMinutes,
    fix: "Set an hour to ten years, with tokenValidityUnits.refreshToken.",
  }),
  rangeRule({
    id: "cognito-scopes",
    type: types.resourceServer,
    property: ["scopes"],
    measure: elements,
    limit: limits.cognito.scopes,
    fix: "Combine scopes, or make a second resource server.",
    headroom: true,
  }),
  rangeRule({
    id: "cognito-session",
    type: types.userPoolClient,
    property: ["authSessionValidity"],
    limit: limits.cognito.sessionMinutes,
    fix: "Set 3 to 15 minutes.",
  }),
  rangeRule({
    id: "cognito-temporary-password",
    type: types.userPool,
    property: ["passwordPolicy", "temporaryPasswordValidityDays"],
    limit: limits.cognito.temporaryPasswordDays,
    fix: "Set 1 to 365 days.",
  }),
];
