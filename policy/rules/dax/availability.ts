import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

/** What AWS advises for production: a node in each of three Availability Zones. */
const advised = 3;

export const daxAvailability: ResourceRule = {
  scope: "resource",
  type: types.daxCluster,
  id: "dax-availability",
  title: "A DAX cluster survives the loss of an Availability Zone",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("REL10-BP01")],
  fix: "Set replicationFactor to 3 or more, in subnets of three Availability Zones.",
  page: limits.dax.nodes.page,
  check(cluster) {
    const nodes = cluster.get("replicationFactor").number();
    if (nodes.state === "unknown") return notEvaluated(cluster, "replicationFactor");
    return nodes.state === "known" && nodes.value < advised
      ? violated(cluster, `replicationFactor is ${nodes.value}; AWS advises at least ${advised} for production`)
      : holds;
  },
};
