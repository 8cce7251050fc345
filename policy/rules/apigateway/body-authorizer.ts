import { securityHub, wellArchitected } from "../../frame/controls";
import { type Property } from "../../frame/known";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { type Operation, findOperations } from "./operations";

/** Whether `security` asks for something; a list with an empty requirement asks for nothing. */
function asks(security: Property): boolean {
  const list = security.list();
  if (list.state !== "known" || list.value.length === 0) return false;
  return list.value.every((requirement) => {
    const schemes = requirement.entries();
    return schemes.state === "known" && schemes.value.length > 0;
  });
}

function check({ api, name, operation, root }: Operation): Verdict {
  if (name.startsWith("OPTIONS ")) return holds; // browsers ask without credentials
  if (operation.at("x-amazon-apigateway-auth", "type").any().state !== "absent") return holds;
  const own = operation.at("security");
  const security = own.any().state === "absent" ? root.at("security") : own;
  return asks(security) ? holds : violated(api, `${name} is open to everybody: its document asks for no security`);
}

export const apigatewayBodyAuthorizer: StackRule = {
  scope: "stack",
  id: "apigateway-body-authorizer",
  title: "An operation in an API's OpenAPI document requires authorization",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [
    securityHub("APIGateway.8", "API Gateway routes should specify an authorization type"),
    wellArchitected("SEC03-BP07"),
  ],
  fix: "Add security to the operation or to the document, and the scheme with x-amazon-apigateway-authorizer.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html",
  check(stack) {
    const { operations, unread } = findOperations(stack);
    return [...operations.flatMap(check), ...unread.flatMap((api) => notEvaluated(api, "body"))];
  },
};
