import { type LimitRule, stackLimitRule } from "../../frame/range";
import { type StackRule } from "../../frame/rule";

/** What sets one rule on how many resources belong to another apart from the next. */
export interface ChildrenRule extends LimitRule {
  /** Type of the resource that has them. */
  readonly type: string;
  /** The types that count, each with the property that names the owner. */
  readonly children: readonly (readonly [type: string, property: string])[];
}

/** A rule that no more resources point at another one than AWS allows: the routes of an API, say. */
export function childrenRule({ type, children, ...rule }: ChildrenRule): StackRule {
  const { unit } = rule.limit;
  return stackLimitRule({
    ...rule,
    measure: (stack) =>
      stack.ofType(type).map((resource) => {
        const found = children.map(([child, property]) => stack.pointingAt(resource, child, property));
        const count = found.reduce((sum, { linked }) => sum + linked.length, 0);
        return {
          resource,
          what: `number of ${unit}`,
          used: { state: "known", value: count },
          missing: found.some(({ unresolved }) => unresolved) ? unit : undefined,
        };
      }),
  });
}
