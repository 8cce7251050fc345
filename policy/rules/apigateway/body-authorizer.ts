import { wellArchitected } from "../../frame/controls";
import { type Property } from "../../frame/known";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { routesAuthorize } from "./controls";
import { type Operation, findOperations } from "./operations";

/** Whether a security scheme is an API key, which identifies callers but does not authenticate them. */
function isKeyAlone(root: Property, scheme: string): boolean {
  return [root.at("components", "securitySchemes", scheme), root.at("securityDefinitions", scheme)].some((each) => {
    const type = each.at("type").text();
    const authorizes = ["x-amazon-apigateway-authorizer", "x-amazon-apigateway-authtype"].some(
      (extension) => each.at(extension).any().state !== "absent",
    );
    return type.state === "known" && type.value === "apiKey" && !authorizes;
  });
}

/** What `security` asks for; a list with an empty requirement asks for nothing. */
function asksFor(root: Property, security: Property): "nothing" | "a key" | "authorization" {
  const list = security.list();
  if (list.state !== "known" || list.value.length === 0) return "nothing";
  const requirements = list.value.map((requirement) => {
    const schemes = requirement.entries();
    return schemes.state === "known" ? schemes.value.map(([name]) => name) : [];
  });
  if (requirements.some((schemes) => schemes.length === 0)) return "nothing";
  const keys = requirements.some((schemes) => schemes.every((scheme) => isKeyAlone(root, scheme)));
  return keys ? "a key" : "authorization";
}

function check({ api, name, operation, root }: Operation): Verdict {
  if (name.startsWith("OPTIONS ")) return holds; // browsers ask without credentials
  if (operation.at("x-amazon-apigateway-auth", "type").any().state !== "absent") return holds;
  const own = operation.at("security");
  const security = own.any().state === "absent" ? root.at("security") : own;
  const asked = asksFor(root, security);
  if (asked === "authorization") return holds;
  return asked === "a key"
    ? violated(api, `${name} asks for an API key alone, which does not authenticate callers`)
    : violated(api, `${name} is open to everybody: its document asks for no security`);
}

export const apigatewayBodyAuthorizer: StackRule = {
  scope: "stack",
  id: "apigateway-body-authorizer",
  title: "An operation in an API's OpenAPI document requires authorization",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [routesAuthorize, wellArchitected("SEC03-BP07")],
  fix: "Add security to the operation or to the document, and the scheme with x-amazon-apigateway-authorizer.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html",
  check(stack) {
    const { operations, unread } = findOperations(stack);
    return [...operations.flatMap(check), ...unread.flatMap((api) => notEvaluated(api, "body"))];
  },
};
