import { limits } from "../../limits";
import { elements, limitRule } from "../../range";
import { types } from "../../resource";

export const lambdaVpcSecurityGroups = limitRule({
  id: "lambda-vpc-security-groups",
  title: "A function has at most 5 security groups",
  fix: "Merge the rules into fewer security groups.",
  limit: limits.lambda.vpcSecurityGroups,
  type: types.function,
  measure: (fn) => ({ what: "number of security groups", used: elements.of(fn.get("vpcConfig", "securityGroupIds")) }),
});
