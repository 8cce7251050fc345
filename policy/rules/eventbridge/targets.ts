import { wellArchitected } from "../../controls";
import { type Graph } from "../../graph";
import { limits } from "../../limits";
import { within } from "../../range";
import { type Resource, types } from "../../resource";
import { notEvaluated, type StackRule, type Verdict } from "../../rule";

function targets(stack: Graph, rule: Resource) {
  const { linked, unresolved } = stack.pointingAt(rule, types.eventTarget, "rule");
  return { count: linked.length, unresolved };
}

export const eventbridgeTargets: StackRule = {
  scope: "stack",
  id: "eventbridge-targets",
  title: "An event rule has at most 5 targets",
  severity: "high",
  level: "mandatory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Make a second rule with the same pattern, or fan out through an SNS topic.",
  page: limits.eventbridge.targets.page,
  limit: limits.eventbridge.targets,
  check(stack) {
    const one = (rule: Resource): Verdict => {
      const { count, unresolved } = targets(stack, rule);
      const verdict = within(rule, "number of targets", { state: "known", value: count }, limits.eventbridge.targets);
      return verdict.length === 0 && unresolved ? notEvaluated(rule, "targets") : verdict;
    };
    return stack.ofType(types.eventRule).flatMap(one);
  },
  usage: (stack) =>
    stack.ofType(types.eventRule).map((rule) => ({
      resource: rule,
      limit: limits.eventbridge.targets,
      used: targets(stack, rule).count,
    })),
};
