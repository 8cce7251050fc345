import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict } from "../../frame/rule";
import { integrationFinder } from "./answers";
import { opened } from "./written-out";

/** Whether nothing is behind an integration: its answer stands in the program. */
function isMock(integration: Resource): boolean | "unknown" {
  const type = integration.get("type").text();
  return type.state === "unknown" ? "unknown" : type.state === "known" && type.value === "MOCK";
}

/** A method of an API of the stack that nothing answers: AWS refuses to deploy it, which a rule of its own says. */
function isUnanswered(stack: Graph, method: Resource): boolean {
  const api = stack.refer(method, method.get("restApi"), types.restApi);
  return api.state === "resolved" && api.to.every((each) => each.get("body").any().state === "absent");
}

function check(method: Resource, mock: boolean | "unknown", integration?: Resource): Verdict {
  const verb = method.get("httpMethod").text();
  if (verb.state === "known" && verb.value === "OPTIONS") return holds; // browsers ask without credentials
  const authorization = method.get("authorization").text();
  if (authorization.state === "unknown") return notEvaluated(method, "authorization");
  const open = authorization.state === "absent" || (authorization.state === "known" && authorization.value === "NONE");
  if (!open) return holds;
  if (verb.state === "unknown") return notEvaluated(method, "httpMethod");
  if (mock === "unknown") return notEvaluated(method, "integration");
  if (mock) return holds;
  const name = verb.state === "known" ? verb.value : "it";
  return opened(method, `${name} is open to everybody: authorization is NONE`, integration);
}

export const apigatewayMethodAuthorizer: StackRule = {
  scope: "stack",
  id: "apigateway-method-authorizer",
  title: "A method of a REST API requires authorization",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP07")],
  fix: "Set authorization to AWS_IAM, COGNITO_USER_POOLS or CUSTOM with an authorizer; an API key alone does not authenticate callers.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
  check: (stack: Graph) => {
    const find = integrationFinder(stack);
    const anyMock = stack.ofType(types.apiIntegration).some((each) => isMock(each) !== false);
    return stack.ofType(types.apiMethod).flatMap((method) => {
      const integration = find(method);
      if (integration === "unknown") return check(method, anyMock && "unknown");
      if (!integration) return isUnanswered(stack, method) ? holds : check(method, false);
      return check(method, isMock(integration), integration);
    });
  },
};
