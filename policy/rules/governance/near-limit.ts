import { wellArchitected } from "../../frame/controls";
import { headroom } from "../../frame/headroom";
import { quantity } from "../../frame/range";
import { holds, type Rule, type StackRule, violated } from "../../frame/rule";

/** The rule that points out every limit that the stack comes near to. */
export function nearLimit(rules: readonly Rule[]): StackRule {
  return {
    scope: "stack",
    id: "near-limit",
    title: "The stack stays clear of AWS's limits (below 80 % of them by default)",
    severity: "low",
    level: "advisory",
    controls: [wellArchitected("REL01-BP06")],
    fix: "Plan for less, or have the limit raised where AWS does that, before the stack meets it.",
    page: "https://docs.aws.amazon.com/wellarchitected/latest/framework/rel-01.html",
    async check(stack, context) {
      return (await headroom(rules, stack, context)).flatMap(({ resource, limit, used, allowed, percent }) => {
        // That a use is not measured says the rule of the limit itself.
        if (used === undefined || percent === undefined) return holds;
        if (percent < context.nearLimitPercent || used > allowed) return holds;
        const of = `${quantity(used, limit.unit)} of ${quantity(allowed, limit.unit)}`;
        return violated(resource, `${limit.title.toLowerCase()} is ${of} (${percent} %)`);
      });
    },
  };
}
