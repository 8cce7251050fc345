import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { entrances, proxyUsers } from "./proxyUsers";
import { readNetwork, findSubnets } from "./subnets";

function check(stack: Graph, proxy: Resource): Verdict {
  const own = findSubnets(stack, proxy, proxy.get("vpcSubnetIds"));
  return proxyUsers(stack, proxy).flatMap((fn): Verdict => {
    const list = fn.get("vpcConfig", "subnetIds");
    if (list.any().state === "absent") {
      return violated(fn, `it is in no network, and ${proxy.label} is reached within its own only`);
    }
    const subnets = findSubnets(stack, fn, list);
    if (!own || !subnets) return notEvaluated(fn, "vpcConfig.subnetIds");
    const [here, there] = [readNetwork(subnets), readNetwork(own)];
    if (here.state !== "known" || there.state !== "known") return notEvaluated(fn, "network of its subnets");
    return here.value === there.value ? holds : violated(fn, `it is in another network than ${proxy.label}`);
  });
}

export const rdsProxyNetwork: StackRule = {
  scope: "stack",
  id: "rds-proxy-network",
  title: "A function that uses an RDS Proxy is in the proxy's network",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("SEC05-BP02")],
  fix: "Give the function a vpcConfig with subnets of the proxy's network, or peer the networks and exempt this rule.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-network-prereqs.html",
  check: (stack) =>
    stack
      .ofType(types.dbProxy)
      .flatMap((proxy) => entrances(stack, proxy).flatMap((entrance) => check(stack, entrance))),
};
