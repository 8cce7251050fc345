import { wellArchitected } from "../../frame/controls";
import { headroom } from "../../frame/headroom";
import { quantity } from "../../frame/range";
import { holds, type Rule, type StackRule, violated } from "../../frame/rule";

/** The rule that points out every limit that the stack comes near to. */
export function nearLimit(rules: readonly Rule[]): StackRule {
  return {
    scope: "stack",
    id: "near-limit",
    title: "The stack uses less than 80 % (by default) of each of AWS's limits",
    severity: "low",
    level: "advisory",
    controls: [wellArchitected("REL01-BP06")],
    fix: "Use less, or request a quota increase where the limit is adjustable, before the stack reaches the limit.",
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
