import { wellArchitected } from "../controls";
import { type Graph } from "../graph";
import { quantity } from "../range";
import { type Context, type Rule, type StackRule, type Usage, violated } from "../rule";

/** The use of a limit, in percent of it. */
export interface Headroom extends Usage {
  readonly allowed: number;
  readonly percent: number;
}

/** The use of every limit that rules keep an eye on, the nearest first. */
export function headroom(rules: readonly Rule[], stack: Graph, context: Context): readonly Headroom[] {
  const uses = rules.flatMap((rule): readonly Usage[] => {
    if (!rule.usage) return [];
    return rule.scope === "stack"
      ? rule.usage(stack)
      : stack.ofType(rule.type).flatMap((each) => rule.usage?.(each) ?? []);
  });
  return uses
    .map((use) => {
      const allowed = context.limit(use.limit).max ?? Infinity;
      return { ...use, allowed, percent: Math.floor((100 * use.used) / allowed) };
    })
    .sort((a, b) => b.percent - a.percent);
}

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
    check: (stack, context) =>
      headroom(rules, stack, context)
        .filter(({ percent, used, allowed }) => percent >= context.nearLimitPercent && used <= allowed)
        .flatMap(({ resource, limit, used, allowed, percent }) => {
          const of = `${quantity(used, limit.unit)} of ${quantity(allowed, limit.unit)}`;
          return violated(resource, `${limit.title.toLowerCase()} is ${of} (${percent} %)`);
        }),
  };
}
