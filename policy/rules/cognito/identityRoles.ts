import { type Graph } from "../../frame/graph";
import { type Statement } from "../../readings/iam";
import { type Property } from "../../frame/known";
import { readPermissions, readable } from "../../readings/permissions";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type Verdict, violated } from "../../frame/rule";

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

/** The roles of the stack whose credentials end up in the hands of users. */
export function identityRoles(stack: Graph): readonly Resource[] {
  const found = references(stack).map(([owner, property]) => stack.refer(owner, property, types.role));
  return [...new Set(found.flatMap((each) => (each.state === "resolved" ? each.to : [])))];
}

/** Checks what each role of users allows; `fault` says what is wrong with a statement, given all of the role's. */
export function allowingUsers(
  stack: Graph,
  fault: (statement: Statement, all: readonly Statement[]) => string | undefined,
): Verdict {
  return identityRoles(stack).flatMap((role): Verdict => {
    const { grants, open } = readPermissions(stack, role);
    const { all, open: unread } = readable(grants);
    const statements = all.map(([statement]) => statement);
    const faults = statements.flatMap((statement) => {
      const says = statement.effect === "Allow" ? fault(statement, statements) : undefined;
      return says === undefined ? holds : violated(role, says);
    });
    return open || unread ? [...faults, ...notEvaluated(role, "policies")] : faults;
  });
}
