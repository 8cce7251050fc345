import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { readQualifier } from "../../frame/functionName";
import { mayInvoke } from "../../readings/wiring";
import { eachIntegration, type Integration } from "./integrations";

function check(stack: Graph, { owner, name, uri, withRole }: Integration): Verdict {
  const functions = stack.functions(owner, uri);
  if (functions.state !== "resolved" || withRole) return holds;
  const qualifier = readQualifier(uri);
  return functions.to.flatMap((fn): Verdict => {
    const answer = mayInvoke(stack, { service: "apigateway.amazonaws.com" }, fn, qualifier);
    if (answer === "yes") return holds;
    return answer === "no"
      ? violated(owner, `${name}the API may not invoke ${fn.label}: every call is answered with 500`)
      : notEvaluated(owner, `who may invoke ${fn.label}`);
  });
}

export const apigatewayPermission: StackRule = {
  scope: "stack",
  id: "apigateway-permission",
  title: "An API has permission to invoke its functions",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Make a Permission with principal apigateway.amazonaws.com and sourceArn of the API's execution ARN.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html",
  check: eachIntegration(check),
};
