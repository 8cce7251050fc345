import { limits } from "../../../limits";
import { elements, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "rds-cluster-backups",
    type: types.dbCluster,
    property: ["backupRetentionPeriod"],
    limit: limits.rds.clusterBackupDays,
    fix: "Keep backups for 1 to 35 days.",
  }),
  rangeRule({
    id: "rds-instance-backups",
    type: types.dbInstance,
    property: ["backupRetentionPeriod"],
    limit: { ...limits.rds.instanceBackupDays, min: 0 }, // 0 switches them off: rds-instance-recovery
    fix: "Keep backups for at most 35 days, and snapshots by AWS Backup for longer.",
  }),
  rangeRule({
    id: "rds-proxy-auth",
    type: types.dbProxy,
    property: ["auths"],
    limit: limits.rds.proxyAuth,
    measure: elements,
    fix: "Name at most 200 secrets, or let users in by IAM alone (defaultAuthScheme IAM_AUTH).",
  }),
  rangeRule({
    id: "rds-proxy-borrow-timeout",
    type: types.dbProxyTargetGroup,
    property: ["connectionPoolConfig", "connectionBorrowTimeout"],
    limit: limits.rds.proxyBorrowTimeout,
    fix: "Set 0 to 300 s.",
  }),
  rangeRule({
    id: "rds-proxy-connections",
    type: types.dbProxyTargetGroup,
    property: ["connectionPoolConfig", "maxConnectionsPercent"],
    limit: limits.rds.proxyConnections,
    fix: "Set 1 to 100 percent of max_connections.",
  }),
  rangeRule({
    id: "rds-proxy-idle-timeout",
    type: types.dbProxy,
    property: ["idleClientTimeout"],
    limit: limits.rds.proxyIdleTimeout,
    fix: "Set 1 to 28,800 s (8 hours).",
  }),
];
