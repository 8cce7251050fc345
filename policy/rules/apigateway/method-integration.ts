import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { advised, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { apiKey, placeKey } from "./paths";

/** What a method, and the integration that answers it, go by; none while a part is not known. */
function methodKey(stack: Graph, owner: Resource): string | undefined {
  const [api, place] = [apiKey(stack, owner), placeKey(stack, owner, owner.get("resourceId"))];
  const method = owner.get("httpMethod").text();
  return api === undefined || place === undefined || method.state !== "known"
    ? undefined
    : `${api} ${place} ${method.value}`;
}

function check(stack: Graph): Verdict {
  const integrations = stack.ofType(types.apiIntegration);
  const keys = integrations.map((each) => methodKey(stack, each));
  const answered = new Set(keys);
  // An integration whose verb is taken from its method is that method's, whatever it is.
  const linked = new Set(
    integrations.flatMap((each) => stack.sources(each, each.get("httpMethod"), types.apiMethod).map(({ urn }) => urn)),
  );
  const isOpen = keys.includes(undefined);
  const deployed = new Set(stack.ofType(types.apiDeployment).map((each) => apiKey(stack, each)));
  return stack.ofType(types.apiMethod).flatMap((method): Verdict => {
    const key = methodKey(stack, method);
    if (linked.has(method.urn) || (key !== undefined && answered.has(key))) return holds;
    if (key === undefined || isOpen) return notEvaluated(method, "integration");
    const says = "no Integration answers it";
    return deployed.has(apiKey(stack, method))
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
