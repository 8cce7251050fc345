import { type Graph } from "../../frame/graph";
import { type Statement, statements } from "../../readings/iam";
import { type Property } from "../../frame/known";
import { readPermissions, readable } from "../../readings/permissions";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type Verdict, violated } from "../../frame/rule";
import { federatedIssuers } from "../../readings/oidc";

function listed(property: Property): readonly Property[] {
  const list = property.list();
  return list.state === "known" ? list.value : [];
}

/** What names the roles of an identity pool: its own, those of its rules, and those of groups of users. */
function references(stack: Graph): readonly (readonly [Resource, Property])[] {
  const attached = stack.ofType(types.identityPoolRoles).flatMap((attachment) => {
    const mapped = listed(attachment.get("roleMappings")).flatMap((mapping) => listed(mapping.at("mappingRules")));
    const kinds = ["authenticated", "unauthenticated"].map((kind) => attachment.get("roles", kind));
    const all = [...kinds, ...mapped.map((rule) => rule.at("roleArn"))];
    return all.map((property) => [attachment, property] as const);
  });
  const groups = stack.ofType(types.userGroup).map((group) => [group, group.get("roleArn")] as const);
  return [...attached, ...groups];
}

/** Whether a role is for users of an identity pool by its trust, whatever attaches it. */
function trustsPool(role: Resource): boolean {
  const trust = statements(role.get("assumeRolePolicy"));
  return (
    trust.state === "known" &&
    trust.value.some((statement) => federatedIssuers(statement).includes("cognito-identity.amazonaws.com"))
  );
}

/** The roles of the stack whose credentials users get. */
export function identityRoles(stack: Graph): readonly Resource[] {
  const found = references(stack).map(([owner, property]) => stack.refer(owner, property, types.role));
  const attached = found.flatMap((each) => (each.state === "resolved" ? each.to : []));
  return [...new Set([...attached, ...stack.ofType(types.role).filter(trustsPool)])];
}

type Fault = string | undefined;

/** Checks what each role of users allows; `fault` says what is wrong with a statement, given all of the role's. */
export async function allowingUsers(
  stack: Graph,
  fault: (statement: Statement, all: readonly Statement[]) => Fault | Promise<Fault>,
): Promise<Verdict> {
  const verdicts = await Promise.all(
    identityRoles(stack).map(async (role): Promise<Verdict> => {
      const { grants, open } = readPermissions(stack, role);
      const { all, open: unread } = readable(grants);
      const read = all.map(([statement]) => statement);
      const allowed = read.filter(({ effect }) => effect === "Allow");
      const says = await Promise.all(allowed.map(async (statement) => fault(statement, read)));
      const faults = [...new Set(says)].flatMap((each) => (each === undefined ? holds : violated(role, each)));
      return open || unread ? [...faults, ...notEvaluated(role, "policies")] : faults;
    }),
  );
  return verdicts.flat();
}
