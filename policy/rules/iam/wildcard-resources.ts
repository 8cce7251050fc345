import { wellArchitected } from "../../frame/controls";
import { type StackRule } from "../../frame/rule";
import { allowing } from "./shared";

/** Actions for which IAM knows no resources, so that a policy must say `*`. */
const resourceless =
  /^(xray:(Put|Get)|cloudwatch:(PutMetricData|GetMetric|ListMetrics)|logs:(DescribeLogGroups|DescribeResourcePolicies|PutResourcePolicy|(Create|Get|Update|Delete|List)LogDeliver(y|ies))|s3:ListAllMyBuckets|ec2:(Describe|\w+NetworkInterface|(Una|A)ssignPrivateIpAddresses)|sts:GetCallerIdentity|lambda:(ListFunctions|GetAccountSettings)|ecr:GetAuthorizationToken|tag:|dynamodb:(ListStreams|ListTables|ListExports|ListImports|DescribeLimits)|events:ListRules|sqs:ListQueues|sns:ListTopics)/i;

export const iamWildcardResources: StackRule = {
  scope: "stack",
  id: "iam-wildcard-resources",
  title: "No policy allows actions on every resource where it could name them",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Name the ARNs of the resources that are used.",
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  check: (stack) =>
    allowing(stack, ({ actions, resources, conditions }) => {
      if (!resources?.known.some((resource) => /^\*+$/.test(resource))) return undefined;
      if (conditions.any().state !== "absent") return undefined;
      const broad = actions?.known.filter((action) => !resourceless.test(action)) ?? [];
      return broad.length > 0 ? `a statement allows ${broad.join(", ")} on every resource` : undefined;
    }),
};
