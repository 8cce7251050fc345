import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { advised, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { apiKey, placeKey } from "./paths";

/** What a method, and the integration that answers it, go by; none while a part is not known. */
function methodKey(stack: Graph, owner: Resource, api: string | undefined): string | undefined {
  const place = placeKey(stack, owner, owner.get("resourceId"));
  const method = owner.get("httpMethod").text();
  if (api === undefined || place === undefined || method.state === "unknown") return undefined;
  return `${api} ${place} ${method.state === "known" ? method.value : "no method"}`;
}

function check(stack: Graph): Verdict {
  const answered = new Set<string>();
  /** APIs with an integration of which it is not known what it answers; `undefined` for one of an unknown API. */
  const open = new Set<string | undefined>();
  for (const integration of stack.ofType(types.apiIntegration)) {
    // An integration whose verb is taken from its method is that method's, whatever it is.
    const methods = stack.sources(integration, integration.get("httpMethod"), types.apiMethod);
    for (const { urn } of methods) answered.add(urn);
    const api = apiKey(stack, integration);
    const key = methodKey(stack, integration, api);
    if (key !== undefined) answered.add(key);
    else if (methods.length === 0) open.add(api);
  }
  const deployed = new Set(stack.ofType(types.apiDeployment).map((each) => apiKey(stack, each)));
  return stack.ofType(types.apiMethod).flatMap((method): Verdict => {
    const api = apiKey(stack, method);
    const key = methodKey(stack, method, api);
    if (answered.has(method.urn) || (key !== undefined && answered.has(key))) return holds;
    if (key === undefined || open.has(api) || open.has(undefined)) return notEvaluated(method, "integration");
    const says = "no Integration answers it";
    return deployed.has(api)
      ? violated(method, `${says}: AWS refuses to deploy the API`)
      : advised(method, `${says}, and without one its API cannot be deployed`);
  });
}

export const apigatewayMethodIntegration: StackRule = {
  scope: "stack",
  id: "apigateway-method-integration",
  title: "Every method of a REST API has an integration",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Make an Integration of the same API, resource and httpMethod; of type MOCK where nothing is behind it.",
  page: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html",
  check,
};
