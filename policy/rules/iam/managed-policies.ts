import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, violated } from "../../frame/rule";

const ofAws = /^arn:[^:]+:iam::aws:policy\//;

export const iamManagedPolicies: StackRule = {
  scope: "stack",
  id: "iam-managed-policies",
  title: "A role has policies of its own, not those that AWS manages for everybody",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Write a policy that names the actions and resources that the role needs.",
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  check: (stack) =>
    stack.ofType(types.rolePolicyAttachment).flatMap((attachment) => {
      const arn = attachment.get("policyArn").text();
      if (arn.state === "unknown") {
        return stack.sources(attachment, attachment.get("policyArn"), types.policy).length > 0
          ? holds
          : notEvaluated(attachment, "policyArn");
      }
      return arn.state === "known" && ofAws.test(arn.value)
        ? violated(attachment, `policyArn is ${arn.value}, which allows more than this role needs`)
        : holds;
    }),
};
