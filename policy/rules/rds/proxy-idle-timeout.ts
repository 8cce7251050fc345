import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const rdsProxyIdleTimeout = rangeRule({
  id: "rds-proxy-idle-timeout",
  type: types.dbProxy,
  property: ["idleClientTimeout"],
  limit: limits.rds.proxyIdleTimeout,
  fix: "Set 1 to 28,800 s (8 hours).",
});
