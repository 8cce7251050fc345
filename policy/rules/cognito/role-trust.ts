import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Statement, statements, strings } from "../../readings/iam";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { identityRoles } from "./identityRoles";

const service = "cognito-identity.amazonaws.com";

/** Whether conditions ask for a key, lower case, to be equal to something other than everything. */
function asksFor(conditions: Property, key: string): boolean {
  const operators = conditions.entries();
  if (operators.state !== "known") return operators.state === "unknown";
  return operators.value.some(([operator, tests]) => {
    const keys = tests.entries();
    if (!/String(Equals|Like)/i.test(operator) || /Not|IfExists/i.test(operator)) return false;
    if (keys.state !== "known") return keys.state === "unknown";
    return keys.value.some(([name, value]) => name.toLowerCase() === key && !strings(value)?.known.includes("*"));
  });
}

function fault({ effect, principal, conditions }: Statement): string | undefined {
  if (effect !== "Allow" || !strings(principal.at("Federated"))?.known.includes(service)) return undefined;
  if (!asksFor(conditions, `${service}:aud`)) {
    return `callers of any identity pool of any account can assume it: its trust policy has no condition on ${service}:aud`;
  }
  return asksFor(conditions, `${service}:amr`)
    ? undefined
    : `guests can assume it as well as users: its trust policy has no condition on ${service}:amr`;
}

/** A trust that is not known yet matters where the role goes to users, or is made from an identity pool. */
function check(stack: Graph, role: Resource, users: readonly Resource[]): Verdict {
  const trust = role.get("assumeRolePolicy");
  const document = statements(trust);
  if (document.state === "known") {
    return document.value.flatMap((statement) => {
      const says = fault(statement);
      return says === undefined ? holds : violated(role, says);
    });
  }
  const concerned = users.includes(role) || stack.sources(role, trust, types.identityPool).length > 0;
  return concerned ? notEvaluated(role, "assumeRolePolicy") : holds;
}

export const cognitoRoleTrust: StackRule = {
  scope: "stack",
  id: "cognito-role-trust",
  title: "A role for users of an identity pool trusts that pool, and callers who signed in or not",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP07"), wellArchitected("SEC03-BP02")],
  fix: 'Ask for StringEquals aud = the pool\'s id and "ForAnyValue:StringLike" amr = authenticated (or unauthenticated).',
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html",
  check(stack) {
    const users = identityRoles(stack);
    return stack.ofType(types.role).flatMap((role) => check(stack, role, users));
  },
};
