import { limits } from "../../../limits";
import { rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "logs-retention-value",
    type: types.logGroup,
    property: ["retentionInDays"],
    limit: limits.logs.retentionDays,
    fix: "Set one of the listed numbers of days.",
    unset: [0],
  }),
];
