import { limits } from "../../../limits";
import { rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "secretsmanager-recovery-window",
    type: types.secret,
    property: ["recoveryWindowInDays"],
    limit: limits.secretsmanager.recoveryDays,
    fix: "Set 7 to 30 days, or 0 to delete at once.",
    unset: [0],
  }),
];
