import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const kmsRotationPeriod = rangeRule({
  id: "kms-rotation-period",
  type: types.key,
  property: ["rotationPeriodInDays"],
  limit: limits.kms.rotationDays,
  fix: "Set 90 to 2,560 days.",
});
