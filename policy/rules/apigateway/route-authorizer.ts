import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { routesAuthorize } from "./controls";
import { quickCreated, quickRoute } from "./quick-create";
import { opened } from "./written-out";

/** Whether the route belongs to a WebSocket API, of which only `$connect` can have an authorizer. */
function isAfterConnect(stack: Graph, route: Resource, key: string): boolean {
  if (key === "$connect") return false;
  if (key !== "$default") return !key.includes(" ");
  const api = stack.refer(route, route.get("apiId"), types.httpApi);
  const protocols = api.state === "resolved" ? api.to.map((each) => each.get("protocolType").text()) : [];
  return protocols.some((protocol) => protocol.state === "known" && protocol.value === "WEBSOCKET");
}

function check(stack: Graph, route: Resource): Verdict {
  const key = route.get("routeKey").text();
  const type = route.get("authorizationType").text();
  if (key.state === "known" && (key.value.startsWith("OPTIONS ") || isAfterConnect(stack, route, key.value)))
    return holds;
  if (type.state === "unknown") return notEvaluated(route, "authorizationType");
  if (type.state === "known" && type.value !== "NONE") return holds;
  if (key.state !== "known") return notEvaluated(route, "routeKey");
  const [integration] = stack.sources(route, route.get("target"), types.httpIntegration);
  return opened(route, `${key.value} is open to everybody: authorizationType is NONE`, integration);
}

export const apigatewayRouteAuthorizer: StackRule = {
  scope: "stack",
  id: "apigateway-route-authorizer",
  title: "A route of an HTTP or WebSocket API requires authorization",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [routesAuthorize, wellArchitected("SEC03-BP07")],
  fix: "Set authorizationType to JWT, AWS_IAM or CUSTOM, with an authorizer.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html",
  check: (stack) => [
    ...stack.ofType(types.httpRoute).flatMap((route) => check(stack, route)),
    ...quickCreated(stack).flatMap((api) =>
      violated(api, `${quickRoute(api)} is open to everybody: a route that target makes has no authorizer`),
    ),
  ],
};
