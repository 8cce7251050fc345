import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { types } from "../../frame/resource";
import { advised, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { integrationFinder } from "./answers";
import { apiKey } from "./paths";

function check(stack: Graph): Verdict {
  const find = integrationFinder(stack);
  const deployed = new Set(stack.ofType(types.apiDeployment).map((each) => apiKey(stack, each)));
  return stack.ofType(types.apiMethod).flatMap((method): Verdict => {
    const integration = find(method);
    if (integration === "unknown") return notEvaluated(method, "integration");
    if (integration) return holds;
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
