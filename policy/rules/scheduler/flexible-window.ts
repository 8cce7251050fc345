import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const schedulerFlexibleWindow = rangeRule({
  id: "scheduler-flexible-window",
  type: types.schedule,
  property: ["flexibleTimeWindow", "maximumWindowInMinutes"],
  limit: limits.scheduler.flexibleWindow,
  fix: "Set a window of 1 to 1,440 minutes, or switch it off with mode OFF.",
});
