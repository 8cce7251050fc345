import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const elasticacheSnapshots = rangeRule({
  id: "elasticache-snapshots",
  type: types.serverlessCache,
  property: ["snapshotRetentionLimit"],
  limit: limits.elasticache.snapshotDays,
  fix: "Keep snapshots for 0 to 35 days.",
});
