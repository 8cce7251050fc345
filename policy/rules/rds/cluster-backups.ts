import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const rdsClusterBackups = rangeRule({
  id: "rds-cluster-backups",
  type: types.dbCluster,
  property: ["backupRetentionPeriod"],
  limit: limits.rds.clusterBackupDays,
  fix: "Keep backups for 1 to 35 days.",
});
