import { securityHub, wellArchitected } from "../../frame/controls";
import { holds, type StackRule, violated } from "../../frame/rule";
import { findAttachments, findGrants, readable } from "../../readings/permissions";
import { bindsCallers } from "../../readings/callers";
import { holdsWithoutKey, readConditions, type Test } from "../../readings/conditions";
import { type Statement } from "../../readings/iam";
import { allowing } from "./shared";

/** Whether a statement allows every action on every resource. */
function allowsEverything({ actions, notActions, resources, notResources }: Statement): boolean {
  const anything = actions?.known.some((action) => /^\*+(:\*+)?$/.test(action)) ?? notActions !== undefined;
  const anywhere = resources?.known.some((resource) => /^\*+$/.test(resource)) ?? notResources !== undefined;
  return anything && anywhere;
}

/** Where from a principal calls; its account and organisation are the same in every request. */
const networks: ReadonlySet<string> = new Set(["aws:sourceip", "aws:sourcevpc", "aws:sourcevpce"]);

/** Whether a test asks more of the principal than to be itself: a second factor, a tag, or a network that it calls from. */
function narrows(test: Test, _: number, all: readonly Test[]): boolean {
  if (networks.has(test.key)) return bindsCallers(test, all);
  if (test.negated || holdsWithoutKey(test)) return false;
  if (test.key === "aws:multifactorauthpresent") return test.values.known.every((value) => /^true$/i.test(value));
  if (test.key === "aws:multifactorauthage") return /^numericlessthan/.test(test.operator);
  return test.key.startsWith("aws:principaltag/") && !test.values.known.some((value) => /^[*?]*$/.test(value));
}

/** Whether a statement holds only under such a test; a condition that is not known yet is taken to have one. */
function isNarrowed({ conditions }: Statement): boolean {
  const tests = readConditions(conditions);
  return tests.state === "known" ? tests.value.some(narrows) : true;
}

export const iamAdministrator: StackRule = {
  scope: "stack",
  id: "iam-administrator",
  title: "No policy allows every action on every resource",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [
    securityHub("IAM.1", 'IAM policies should not allow full "*" administrative privileges'),
    wellArchitected("SEC03-BP02"),
  ],
  fix: "Name the actions and resources that are used.",
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  check: (stack) =>
    allowing(stack, (statement) =>
      allowsEverything(statement) && !isNarrowed(statement)
        ? "a statement allows every action on every resource"
        : undefined,
    ),
};

export const iamAdministratorAccess: StackRule = {
  scope: "stack",
  id: "iam-administrator-access",
  title: "Nobody has AdministratorAccess, not even under a condition",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Attach a policy that names the actions and resources that are used.",
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  // What cannot be read is not evaluated by the rule above.
  check: (stack) => [
    ...findGrants(stack).flatMap((grant) =>
      readable([grant]).all.some(([each]) => each.effect === "Allow" && allowsEverything(each) && isNarrowed(each))
        ? violated(grant.owner, "a statement allows every action on every resource, under a condition")
        : holds,
    ),
    ...findAttachments(stack).flatMap(({ by, arn }) => {
      const text = arn.text();
      return text.state === "known" && /^arn:[^:]+:iam::aws:policy\/AdministratorAccess$/.test(text.value)
        ? violated(by, `${arn.name} gives every right in the account`)
        : holds;
    }),
  ],
};
