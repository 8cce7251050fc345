import { limits } from "../../../limits";
import { elements, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "dax-nodes",
    type: types.daxCluster,
    property: ["replicationFactor"],
    limit: limits.dax.nodes,
    fix: "Set 1 to 11 nodes, or give tables clusters of their own.",
    headroom: true,
  }),
  rangeRule({
    id: "dax-subnets",
    type: types.daxSubnetGroup,
    property: ["subnetIds"],
    measure: elements,
    limit: limits.dax.subnets,
    fix: "Name one subnet an Availability Zone.",
  }),
];
