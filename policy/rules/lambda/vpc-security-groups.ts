import { limits } from "../../limits";
import { limitRule } from "../../range";
import { types } from "../../resource";
import { count } from "../count";

export const lambdaVpcSecurityGroups = limitRule({
  id: "lambda-vpc-security-groups",
  title: "A function has at most 5 security groups",
  fix: "Merge the rules into fewer security groups.",
  limit: limits.lambda.vpcSecurityGroups,
  type: types.function,
  measure: (fn) => ({ what: "number of security groups", used: count(fn.get("vpcConfig", "securityGroupIds")) }),
});
