import { limits } from "../../limits";
import { types } from "../../resource";
import { childrenRule } from "../children";

export const eventbridgeTargets = childrenRule({
  id: "eventbridge-targets",
  title: "An event rule has at most 5 targets",
  type: types.eventRule,
  children: [[types.eventTarget, "rule"]],
  limit: limits.eventbridge.targets,
  fix: "Make a second rule with the same pattern, or fan out through an SNS topic.",
});
