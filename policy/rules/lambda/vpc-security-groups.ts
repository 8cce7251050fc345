import { wellArchitected } from "../../controls";
import { limits } from "../../limits";
import { within } from "../../range";
import { types } from "../../resource";
import { type ResourceRule } from "../../rule";
import { count } from "../count";

export const lambdaVpcSecurityGroups: ResourceRule = {
  scope: "resource",
  id: "lambda-vpc-security-groups",
  title: "A function has at most 5 security groups",
  severity: "high",
  level: "mandatory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Merge the rules into fewer security groups.",
  page: limits.lambda.vpcSecurityGroups.page,
  limit: limits.lambda.vpcSecurityGroups,
  type: types.function,
  check: (fn, context) =>
    within(
      fn,
      "number of security groups",
      count(fn.get("vpcConfig", "securityGroupIds")),
      context.limit(limits.lambda.vpcSecurityGroups),
    ),
};
