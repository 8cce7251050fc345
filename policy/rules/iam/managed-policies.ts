import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

/** Those that let a function write its own log and traces, and nothing else. */
const writesOnly = /:policy\/(service-role\/AWSLambdaBasicExecutionRole|AWSXRayDaemonWriteAccess)$/;

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
  check(stack) {
    const byRole = new Map<string, { readonly about: Resource; readonly arns: string[] }>();
    const open = stack.ofType(types.rolePolicyAttachment).flatMap((attachment): Verdict => {
      const arn = attachment.get("policyArn").text();
      if (arn.state === "unknown") {
        return stack.sources(attachment, attachment.get("policyArn"), types.policy).length > 0
          ? holds
          : notEvaluated(attachment, "policyArn");
      }
      if (arn.state !== "known" || !ofAws.test(arn.value) || writesOnly.test(arn.value)) return holds;
      const role = stack.refer(attachment, attachment.get("role"), types.role);
      const [about = attachment] = role.state === "resolved" ? role.to : [];
      const sameRole = byRole.get(about.urn) ?? { about, arns: [] };
      byRole.set(about.urn, sameRole);
      sameRole.arns.push(arn.value);
      return holds;
    });
    const found = [...byRole.values()].flatMap(({ about, arns }) =>
      violated(about, `its managed policies allow more than it needs: ${[...arns].sort().join(", ")}`),
    );
    return [...found, ...open];
  },
};
