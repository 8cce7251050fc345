import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { type StackRule, violated } from "../../frame/rule";

/** The HTTP APIs that `target` gives a route, an integration and a stage, none of which is a resource of the program. */
export function quickCreated(stack: Graph): readonly Resource[] {
  return stack.ofType(types.httpApi).filter((api) => {
    const target = api.get("target");
    return target.any().state !== "absent" && !api.leavesToAws(target);
  });
}

/** The key of the route that `target` makes. */
export function quickRoute(api: Resource): string {
  const key = api.get("routeKey").text();
  return key.state === "known" ? key.value : "$default";
}

export const apigatewayQuickCreate: StackRule = {
  scope: "stack",
  id: "apigateway-quick-create",
  title: "An HTTP API has a stage of the program's own, with a log and a throttle",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC04-BP01"), wellArchitected("REL05-BP02")],
  fix: "Leave out target, and make a Route, an Integration and a Stage with accessLogSettings and defaultRouteSettings.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop.html",
  check: (stack) =>
    quickCreated(stack).flatMap((api) =>
      violated(api, "the stage that target makes has no access log and no throttle"),
    ),
};
