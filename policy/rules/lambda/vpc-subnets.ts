import { limits } from "../../limits";
import { limitRule } from "../../range";
import { types } from "../../resource";
import { count } from "../count";

export const lambdaVpcSubnets = limitRule({
  id: "lambda-vpc-subnets",
  title: "A function is in at most 16 subnets",
  fix: "Choose one subnet an Availability Zone.",
  limit: limits.lambda.vpcSubnets,
  type: types.function,
  measure: (fn) => ({ what: "number of subnets", used: count(fn.get("vpcConfig", "subnetIds")) }),
});
