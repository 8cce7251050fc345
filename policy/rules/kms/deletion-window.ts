import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const kmsDeletionWindow = rangeRule({
  id: "kms-deletion-window",
  type: types.key,
  property: ["deletionWindowInDays"],
  limit: limits.kms.deletionDays,
  fix: "Set 7 to 30 days.",
});
