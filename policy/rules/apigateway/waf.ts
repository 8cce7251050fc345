import { securityHub, wellArchitected } from "../../frame/controls";
import { type Graph, type Reference } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { each, holds, type StackRule, type Verdict, violatedUnlessLinked } from "../../frame/rule";
import { endpointType } from "./endpoints";

/** Whether anybody on the internet may call some method of an API: where everybody must sign in, less gets through. */
function isOpen(stack: Graph, api: Resource): boolean {
  const { linked } = stack.pointingAt(api, types.apiMethod, "restApi");
  return linked.some((method) => {
    const authorization = method.get("authorization").text();
    const verb = method.get("httpMethod").text();
    const options = verb.state === "known" && verb.value === "OPTIONS";
    return authorization.state === "known" && authorization.value === "NONE" && !options;
  });
}

function check(stack: Graph, stage: Resource): Verdict {
  const reference: Reference = stack.refer(stage, stage.get("restApi"), types.restApi);
  const apis = reference.state === "resolved" ? reference.to : [];
  const exposed = apis.filter((api) => {
    const type = endpointType(api);
    return !(type.state === "known" && type.value === "PRIVATE") && isOpen(stack, api);
  });
  if (exposed.length === 0) return holds;
  const associations = stack.pointingAt(stage, types.webAclAssociation, "resourceArn");
  const says = "it has methods that are open to everybody, and no web ACL in front of them";
  return violatedUnlessLinked(associations, stage, "web ACL", says);
}

export const apigatewayWaf: StackRule = {
  scope: "stack",
  id: "apigateway-waf",
  title: "A REST API without authorization has a web ACL",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("APIGateway.4", "API Gateway should be associated with a WAF Web ACL"),
    wellArchitected("SEC05-BP03"),
  ],
  fix: "Make a WebAcl and a WebAclAssociation with the stage's ARN, or an authorizer for every method.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html",
  check: each(types.apiStage, check),
};
