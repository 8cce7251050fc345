import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const rdsInstanceBackups = rangeRule({
  id: "rds-instance-backups",
  type: types.dbInstance,
  property: ["backupRetentionPeriod"],
  limit: limits.rds.instanceBackupDays,
  fix: "Keep backups for at most 35 days, and snapshots by AWS Backup for longer.",
});
