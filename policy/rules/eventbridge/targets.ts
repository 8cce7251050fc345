import { limits } from "../../limits";
import { stackLimitRule } from "../../range";
import { types } from "../../resource";

export const eventbridgeTargets = stackLimitRule({
  id: "eventbridge-targets",
  title: "An event rule has at most 5 targets",
  fix: "Make a second rule with the same pattern, or fan out through an SNS topic.",
  limit: limits.eventbridge.targets,
  measure: (stack) =>
    stack.ofType(types.eventRule).map((rule) => {
      const { linked, unresolved } = stack.pointingAt(rule, types.eventTarget, "rule");
      return {
        resource: rule,
        what: "number of targets",
        used: { state: "known", value: linked.length },
        lacks: unresolved ? "targets" : undefined,
      };
    }),
});
