import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";

/** The functions that have a proxy's endpoint in their environment. */
export function proxyUsers(stack: Graph, proxy: Resource): readonly Resource[] {
  const endpoint = proxy.get("endpoint").text();
  return stack.ofType(types.function).filter((fn) => {
    if (fn.listSources("environment").includes(proxy.urn)) return true;
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
