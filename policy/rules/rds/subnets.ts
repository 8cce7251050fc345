import { type Graph } from "../../frame/graph";
import { type Property, type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";

/** The subnets of this stack that a list names: undefined where some are unknown, or of another stack. */
export function findSubnets(stack: Graph, owner: Resource, list: Property): readonly Resource[] | undefined {
  const items = list.list();
  if (items.state !== "known") {
    const made = stack.sources(owner, list, types.subnet);
    return items.state === "unknown" && made.length > 0 ? made : undefined;
  }
  const found = items.value.map((item) => stack.refer(owner, item, types.subnet));
  if (found.some(({ state }) => state !== "resolved")) return undefined;
  // While the ids are unknown, each item has every subnet that the list was made from.
  return [...new Set(found.flatMap((reference) => (reference.state === "resolved" ? reference.to : [])))];
}

/** What stands for the network of subnets: its id, or the URN of the network that it will be the id of. */
export function readNetwork(subnets: readonly Resource[]): Reading<string> {
  const networks = new Set(
    subnets.map((subnet) => {
      const id = subnet.get("vpcId").text();
      return id.state === "known" ? id.value : subnet.listSources("vpcId")[0];
    }),
  );
  const [network] = networks;
  return networks.size === 1 && network !== undefined ? { state: "known", value: network } : { state: "unknown" };
}
