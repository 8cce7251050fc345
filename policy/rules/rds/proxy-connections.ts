import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const rdsProxyConnections = rangeRule({
  id: "rds-proxy-connections",
  type: types.dbProxyTargetGroup,
  property: ["connectionPoolConfig", "maxConnectionsPercent"],
  limit: limits.rds.proxyConnections,
  fix: "Set 1 to 100 percent of max_connections.",
});
