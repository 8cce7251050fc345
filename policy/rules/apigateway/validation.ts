import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

/** Where a method or an integration stands: its API, its resource and its verb. */
function place(resource: Resource): string | undefined {
  const parts = ["restApi", "resourceId"].map((name) => {
    const text = resource.get(name).text();
    return text.state === "known" ? text.value : resource.listSources(name).join();
  });
  const verb = resource.get("httpMethod").text();
  return verb.state === "known" && parts.every((part) => part !== "") ? [...parts, verb.value].join(" ") : undefined;
}

function check(stack: Graph, integration: Resource): Verdict {
  const type = integration.get("type").text();
  if (type.state !== "known" || type.value !== "AWS") return holds;
  const where = place(integration);
  const methods = stack.ofType(types.apiMethod).filter((method) => where !== undefined && place(method) === where);
  if (methods.length !== 1) return notEvaluated(integration, "method");
  return methods.flatMap((method) =>
    method.get("requestValidatorId").any().state === "absent"
      ? violated(method, "unvalidated requests reach the service: it has no requestValidatorId")
      : holds,
  );
}

export const apigatewayValidation: StackRule = {
  scope: "stack",
  id: "apigateway-validation",
  title: "A REST API validates requests that it passes to a service without a function",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("SEC05-BP03")],
  fix: "Make a RequestValidator and a Model, and name them in requestValidatorId and requestModels.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
  check: each(types.apiIntegration, check),
};
