import { limits } from "../../limits";
import { elements, limitRule } from "../../range";
import { types } from "../../resource";

export const lambdaVpcSubnets = limitRule({
  id: "lambda-vpc-subnets",
  title: "A function is in at most 16 subnets",
  fix: "Choose one subnet an Availability Zone.",
  limit: limits.lambda.vpcSubnets,
  type: types.function,
  measure: (fn) => ({ what: "number of subnets", used: elements.of(fn.get("vpcConfig", "subnetIds")) }),
});
