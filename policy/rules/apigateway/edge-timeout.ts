import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { limits } from "../../../limits";
import { quantity } from "../../frame/range";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { endpointType } from "./endpoints";
import { type Integration, findIntegrations } from "./integrations";

const { max } = limits.apigateway.integrationTimeout;

function check(stack: Graph, { owner, name, kind, timeout, api }: Integration): Verdict {
  if (kind !== "REST" || timeout.state !== "known" || timeout.value <= max) return holds;
  const reference = stack.refer(owner, api, types.restApi);
  const declaring = owner.type === types.restApi ? [owner] : undefined;
  const apis = declaring ?? (reference.state === "resolved" ? reference.to : undefined);
  if (!apis) return notEvaluated(owner, "restApi");
  return apis.flatMap((each): Verdict => {
    const type = endpointType(each);
    if (type.state !== "known") return notEvaluated(each, "endpointConfiguration.types");
    if (type.value !== "EDGE") return holds;
    const waits = `${name}timeout is ${quantity(timeout.value, "ms")} on an edge-optimised API`;
    return violated(owner, `${waits}; AWS allows at most ${quantity(max, "ms")} there, whatever the quota`);
  });
}

export const apigatewayEdgeTimeout: StackRule = {
  scope: "stack",
  id: "apigateway-edge-timeout",
  title: "An integration of an edge-optimised API takes at most 29 seconds",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Make the API regional, and have the quota raised; or set timeoutMilliseconds to 29,000.",
  page: limits.apigateway.integrationTimeout.page,
  limit: limits.apigateway.integrationTimeout,
  check: (stack) => findIntegrations(stack).all.flatMap((integration) => check(stack, integration)),
};
