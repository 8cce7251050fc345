import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";

/** A proxy, and the endpoints of its own that it has besides: each is reached by another name, in subnets of its own. */
export const entrances = (stack: Graph, proxy: Resource): readonly Resource[] => [
  proxy,
  ...stack.pointingAt(proxy, types.dbProxyEndpoint, "dbProxyName").linked,
];

/** The functions that have the address of a proxy, or of an endpoint of it, in their environment. */
export function proxyUsers(stack: Graph, entrance: Resource): readonly Resource[] {
  const endpoint = entrance.get("endpoint").text();
  return stack.ofType(types.function).filter((fn) => {
    if (fn.listSources("environment").includes(entrance.urn)) return true;
    const variables = fn.get("environment", "variables").entries();
    return (
      endpoint.state === "known" &&
      variables.state === "known" &&
      variables.value.some(([, value]) => {
        const text = value.text();
        return text.state === "known" && text.value.includes(endpoint.value);
      })
    );
  });
}
