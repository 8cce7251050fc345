import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const rdsProxyBorrowTimeout = rangeRule({
  id: "rds-proxy-borrow-timeout",
  type: types.dbProxyTargetGroup,
  property: ["connectionPoolConfig", "connectionBorrowTimeout"],
  limit: limits.rds.proxyBorrowTimeout,
  fix: "Set 0 to 300 s.",
});
