import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { limits } from "../../../limits";
import { quantity } from "../../frame/range";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { eachIntegration, type Integration } from "./integrations";

const standard = {
  REST: limits.apigateway.integrationTimeout.default,
  HTTP: limits.apigateway.httpIntegrationTimeout.default,
} as const;

function check(stack: Graph, { owner, name, kind, uri, timeout }: Integration): Verdict {
  const functions = stack.functions(owner, uri);
  if (functions.state !== "resolved") return holds; // a service, or a function that is not of this stack
  const patience = timeout.state === "absent" ? { state: "known" as const, value: standard[kind] } : timeout;
  return functions.to.flatMap((fn): Verdict => {
    const time = fn.get("timeout").number();
    const seconds = time.state === "absent" ? { state: "known" as const, value: limits.lambda.timeout.default } : time;
    if (patience.state !== "known" || seconds.state !== "known") return notEvaluated(owner, `timeout of ${fn.label}`);
    if (seconds.value * 1000 <= patience.value) return holds;
    const api = `${name}the API gives up after ${quantity(patience.value, "ms")}`;
    return violated(owner, `${api}, ${fn.label} after ${quantity(seconds.value, "s")}: nobody gets its later result`);
  });
}

export const apigatewayFunctionTimeout: StackRule = {
  scope: "stack",
  id: "apigateway-function-timeout",
  title: "A function behind an API times out before the API does",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP05")],
  fix: "Lower the function's timeout to that of the integration, or answer 202 and finish asynchronously.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
  check: eachIntegration(check),
};
