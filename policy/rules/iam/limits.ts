import { limits } from "../../../limits";
import { valueOr } from "../../frame/known";
import { stackLimitRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { characters } from "./policy-size";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  stackLimitRule({
    id: "iam-role-policy-size",
    title: "The inline policies of a role have at most 10,240 characters together",
    fix: "Move some of the statements to a managed policy and attach it.",
    limit: limits.iam.rolePolicyCharacters,
    measure: (stack) =>
      stack.ofType(types.role).map((role) => {
        const { linked, unresolved } = stack.pointingAt(role, types.rolePolicy, "role");
        const inline = valueOr(role.get("inlinePolicies").list(), []).map((policy) => policy.at("policy"));
        const sizes = [...linked.map((policy) => policy.get("policy")), ...inline].map(characters);
        const known = sizes.reduce((sum, size) => sum + (size.state === "known" ? size.value : 0), 0);
        const complete = !unresolved && sizes.every((size) => size.state === "known");
        return {
          resource: role,
          what: "sum of inline policies",
          used: { state: "known", value: known },
          missing: complete ? undefined : "inline policies",
        };
      }),
  }),
];
