import { limits } from "../../limits";
import { characters, rangeRule } from "../../range";
import { types } from "../../resource";

export const schedulerName = rangeRule({
  id: "scheduler-name",
  type: types.schedule,
  property: ["name"],
  limit: limits.scheduler.nameLength,
  measure: characters,
  fix: "Give the schedule a name of at most 64 characters.",
});
