import { securityHub, wellArchitected } from "../../frame/controls";
import { holds, type StackRule, violated } from "../../frame/rule";
import { findAttachments } from "../../readings/permissions";
import { allowing } from "./shared";

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
    allowing(stack, ({ actions, notActions, resources, notResources }) => {
      const anything = actions?.known.some((action) => /^\*+(:\*+)?$/.test(action)) ?? notActions !== undefined;
      const anywhere = resources?.known.some((resource) => /^\*+$/.test(resource)) ?? notResources !== undefined;
      return anything && anywhere ? "a statement allows every action on every resource" : undefined;
    }),
};

export const iamAdministratorAccess: StackRule = {
  scope: "stack",
  id: "iam-administrator-access",
  title: "Nobody has AdministratorAccess",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Attach a policy that names the actions and resources that are used.",
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  check: (stack) =>
    findAttachments(stack).flatMap(({ by, arn }) => {
      const text = arn.text();
      return text.state === "known" && /^arn:[^:]+:iam::aws:policy\/AdministratorAccess$/.test(text.value)
        ? violated(by, `${arn.name} gives every right in the account`)
        : holds;
    }),
};
