import { securityHub, wellArchitected } from "../../frame/controls";
import { type StackRule } from "../../frame/rule";
import { allowing } from "./shared";

export const iamWildcardActions: StackRule = {
  scope: "stack",
  id: "iam-wildcard-actions",
  title: "No policy allows all actions of a service",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("IAM.21", "IAM customer managed policies should not allow wildcard actions for services"),
    wellArchitected("SEC03-BP02"),
  ],
  fix: "Name the actions that are used.",
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  check: (stack) =>
    allowing(stack, ({ actions, notActions }) => {
      if (notActions) return "a statement allows everything but what its NotAction names";
      const whole = actions?.known.filter((action) => /^[\w-]*\*?:\*+$|^\*+$/.test(action)) ?? [];
      return whole.length > 0 ? `a statement allows ${whole.join(", ")}` : undefined;
    }),
};
