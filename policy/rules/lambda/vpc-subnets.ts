import { wellArchitected } from "../../controls";
import { limits } from "../../limits";
import { within } from "../../range";
import { types } from "../../resource";
import { type ResourceRule } from "../../rule";
import { count } from "../count";

export const lambdaVpcSubnets: ResourceRule = {
  scope: "resource",
  id: "lambda-vpc-subnets",
  title: "A function is in at most 16 subnets",
  severity: "high",
  level: "mandatory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Choose one subnet an Availability Zone.",
  page: limits.lambda.vpcSubnets.page,
  limit: limits.lambda.vpcSubnets,
  type: types.function,
  check: (fn, context) =>
    within(fn, "number of subnets", count(fn.get("vpcConfig", "subnetIds")), context.limit(limits.lambda.vpcSubnets)),
};
