import { limits } from "../../../limits";
import { rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "elasticache-snapshots",
    type: types.serverlessCache,
    property: ["snapshotRetentionLimit"],
    limit: limits.elasticache.snapshotDays,
    fix: "Keep snapshots for 0 to 35 days.",
  }),
];
