import { wellArchitected } from "../../controls";
import { type Graph } from "../../graph";
import { limits } from "../../limits";
import { within } from "../../range";
import { type Resource, types } from "../../resource";
import { notEvaluated, type StackRule, type Verdict } from "../../rule";
import { characters } from "./policy-size";

/** The characters of a role's inline policies together, as far as they are known. */
function inline(stack: Graph, role: Resource): { used: number; complete: boolean } {
  const { linked, unresolved } = stack.pointingAt(role, types.rolePolicy, "role");
  const sizes = linked.map((policy) => characters(policy.get("policy")));
  return {
    used: sizes.reduce((sum, size) => sum + (size.state === "known" ? size.value : 0), 0),
    complete: !unresolved && sizes.every((size) => size.state === "known"),
  };
}

export const iamRolePolicySize: StackRule = {
  scope: "stack",
  id: "iam-role-policy-size",
  title: "The inline policies of a role have at most 10,240 characters together",
  severity: "high",
  level: "mandatory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Move some of the statements to a managed policy and attach it.",
  page: limits.iam.rolePolicyCharacters.page,
  limit: limits.iam.rolePolicyCharacters,
  check(stack) {
    const limit = limits.iam.rolePolicyCharacters;
    return stack.ofType(types.role).flatMap((role): Verdict => {
      const { used, complete } = inline(stack, role);
      const verdict = within(role, "sum of inline policies", { state: "known", value: used }, limit);
      return verdict.length === 0 && !complete ? notEvaluated(role, "inline policies") : verdict;
    });
  },
  usage: (stack) =>
    stack.ofType(types.role).map((role) => ({
      resource: role,
      limit: limits.iam.rolePolicyCharacters,
      used: inline(stack, role).used,
    })),
};
