import { limits } from "../../limits";
import { elements, rangeRule } from "../../range";
import { types } from "../../resource";

export const rdsProxyAuth = rangeRule({
  id: "rds-proxy-auth",
  type: types.dbProxy,
  property: ["auths"],
  limit: limits.rds.proxyAuth,
  measure: elements,
  fix: "Name at most 200 secrets, or let users in by IAM alone (defaultAuthScheme IAM_AUTH).",
});
