import { limits } from "../../../limits";
import { rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "kms-deletion-window",
    type: types.key,
    property: ["deletionWindowInDays"],
    limit: limits.kms.deletionDays,
    fix: "Set 7 to 30 days.",
  }),
  rangeRule({
    id: "kms-rotation-period",
    type: types.key,
    property: ["rotationPeriodInDays"],
    limit: limits.kms.rotationDays,
    fix: "Set 90 to 2,560 days.",
  }),
];
