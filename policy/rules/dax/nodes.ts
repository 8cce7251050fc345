import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const daxNodes = rangeRule({
  id: "dax-nodes",
  type: types.daxCluster,
  property: ["replicationFactor"],
  limit: limits.dax.nodes,
  fix: "Set 1 to 11 nodes, or give tables clusters of their own.",
  headroom: true,
});
