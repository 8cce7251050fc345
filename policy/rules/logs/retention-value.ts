import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const logsRetentionValue = rangeRule({
  id: "logs-retention-value",
  type: types.logGroup,
  property: ["retentionInDays"],
  limit: limits.logs.retentionDays,
  fix: "Set one of the listed numbers of days.",
  unset: [0],
});
