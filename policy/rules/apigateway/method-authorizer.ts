import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule } from "../../frame/rule";
import { opened } from "./written-out";

export const apigatewayMethodAuthorizer: ResourceRule = {
  scope: "resource",
  type: types.apiMethod,
  id: "apigateway-method-authorizer",
  title: "A method of a REST API requires authorization",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP07")],
  fix: "Set authorization to AWS_IAM, COGNITO_USER_POOLS or CUSTOM with an authorizer; an API key alone does not authenticate callers.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
  check(method) {
    const verb = method.get("httpMethod").text();
    if (verb.state === "known" && verb.value === "OPTIONS") return holds; // browsers ask without credentials
    const authorization = method.get("authorization").text();
    if (authorization.state === "unknown") return notEvaluated(method, "authorization");
    const open =
      authorization.state === "absent" || (authorization.state === "known" && authorization.value === "NONE");
    if (!open) return holds;
    if (verb.state === "unknown") return notEvaluated(method, "httpMethod");
    return opened(method, `${verb.state === "known" ? verb.value : "it"} is open to everybody: authorization is NONE`);
  },
};
