import { limits } from "../../../limits";
import { characters, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "scheduler-event-age",
    type: types.schedule,
    property: ["target", "retryPolicy", "maximumEventAgeInSeconds"],
    limit: limits.scheduler.eventAge,
    fix: "Set an age from 60 s to 86,400 s (a day).",
  }),
  rangeRule({
    id: "scheduler-flexible-window",
    type: types.schedule,
    property: ["flexibleTimeWindow", "maximumWindowInMinutes"],
    limit: limits.scheduler.flexibleWindow,
    fix: "Set a window of 1 to 1,440 minutes, or switch it off with mode OFF.",
  }),
  rangeRule({
    id: "scheduler-name",
    type: types.schedule,
    property: ["name"],
    limit: limits.scheduler.nameLength,
    measure: characters,
    fix: "Give the schedule a name of at most 64 characters.",
  }),
  rangeRule({
    id: "scheduler-retries",
    type: types.schedule,
    property: ["target", "retryPolicy", "maximumRetryAttempts"],
    limit: limits.scheduler.retries,
    fix: "Set at most 185 retries.",
  }),
];
