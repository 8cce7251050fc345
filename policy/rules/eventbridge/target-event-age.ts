import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const eventbridgeTargetEventAge = rangeRule({
  id: "eventbridge-target-event-age",
  type: types.eventTarget,
  property: ["retryPolicy", "maximumEventAgeInSeconds"],
  limit: limits.eventbridge.eventAge,
  fix: "Set an age from 60 s to 86,400 s (a day).",
});
