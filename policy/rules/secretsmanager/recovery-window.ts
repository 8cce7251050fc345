import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const secretsmanagerRecoveryWindow = rangeRule({
  id: "secretsmanager-recovery-window",
  type: types.secret,
  property: ["recoveryWindowInDays"],
  limit: limits.secretsmanager.recoveryDays,
  fix: "Set 7 to 30 days, or 0 to delete at once.",
  unset: [0],
});
