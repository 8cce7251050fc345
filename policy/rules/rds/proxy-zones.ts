import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { limits } from "../../../limits";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { findSubnets } from "./subnets";

function check(stack: Graph, proxy: Resource): Verdict {
  const property = proxy.get("vpcSubnetIds");
  const list = property.list();
  const { min } = limits.rds.proxySubnets;
  if (list.state === "known" && list.value.length < min) {
    return violated(
      proxy,
      `vpcSubnetIds has ${list.value.length}; AWS asks for ${min} or more, in different Availability Zones`,
    );
  }
  const subnets = findSubnets(stack, proxy, property);
  if (!subnets) return list.state === "known" ? holds : notEvaluated(proxy, "vpcSubnetIds");
  const zones = subnets.map((subnet) => subnet.get("availabilityZone").text());
  const known = new Set(zones.flatMap((zone) => (zone.state === "known" ? [zone.value] : [])));
  if (known.size >= min) return holds;
  if (zones.some(({ state }) => state !== "known")) return notEvaluated(proxy, "zones of its subnets");
  return violated(proxy, `all its subnets are in ${[...known].join()}; AWS asks for ${min} Availability Zones`);
}

export const rdsProxyZones: StackRule = {
  scope: "stack",
  id: "rds-proxy-zones",
  title: "An RDS Proxy is in two Availability Zones or more",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03"), wellArchitected("REL10-BP01")],
  fix: "Name subnets of two Availability Zones or more.",
  page: limits.rds.proxySubnets.page,
  limit: limits.rds.proxySubnets,
  check: each(types.dbProxy, check),
};
