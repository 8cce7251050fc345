import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { findAttachments } from "../../readings/permissions";

const ofAws = /^arn:[^:]+:iam::aws:policy\//;

/**
 * Policies that let a function or a service write its own logs, traces, metrics and network interfaces, and nothing
 * else: a custom policy would hardly allow less. And one that has a rule of its own.
 */
const left = new Set(
  [
    "AWSLambdaBasicExecutionRole",
    "AWSLambdaVPCAccessExecutionRole",
    "AWSLambdaENIManagementAccess",
    "AmazonAPIGatewayPushToCloudWatchLogs",
    "AWSAppSyncPushToCloudWatchLogs",
    "AmazonRDSEnhancedMonitoringRole",
  ]
    .map((name) => `service-role/${name}`)
    .concat(
      "AWSXRayDaemonWriteAccess",
      "AWSXrayWriteOnlyAccess",
      "CloudWatchLambdaInsightsExecutionRolePolicy",
      "CloudWatchLambdaApplicationSignalsExecutionRolePolicy",
      "AdministratorAccess",
    ),
);

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
    const byPrincipal = new Map<Resource, Set<string>>();
    const open = findAttachments(stack).flatMap(({ by, arn, to = by }): Verdict => {
      const text = arn.text();
      if (text.state === "unknown") {
        return stack.sources(by, arn, types.policy).length > 0 ? holds : notEvaluated(by, arn.name);
      }
      if (text.state !== "known" || !ofAws.test(text.value) || left.has(text.value.replace(ofAws, ""))) return holds;
      byPrincipal.set(to, (byPrincipal.get(to) ?? new Set<string>()).add(text.value));
      return holds;
    });
    const found = [...byPrincipal].flatMap(([principal, arns]) =>
      violated(principal, `its managed policies allow more than it needs: ${[...arns].sort().join(", ")}`),
    );
    return [...found, ...open];
  },
};
