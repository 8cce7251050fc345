import { limits } from "../../limits";
import { elements, rangeRule } from "../../range";
import { types } from "../../resource";

export const daxSubnets = rangeRule({
  id: "dax-subnets",
  type: types.daxSubnetGroup,
  property: ["subnetIds"],
  measure: elements,
  limit: limits.dax.subnets,
  fix: "Name one subnet an Availability Zone.",
});
