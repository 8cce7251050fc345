import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const schedulerEventAge = rangeRule({
  id: "scheduler-event-age",
  type: types.schedule,
  property: ["target", "retryPolicy", "maximumEventAgeInSeconds"],
  limit: limits.scheduler.eventAge,
  fix: "Set an age from 60 s to 86,400 s (a day).",
});
