import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { mayBePresent } from "../../frame/known";
import { type Answer } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { regionalFunctions } from "./at-edge";

/** The services that call a function and wait for its answer: they see an error themselves. */
const waiting = /^(apigateway|cognito-idp|elasticloadbalancing|lex|lexv2|bedrock|appsync|alexa-appkit|edgelambda)\./;

/**
 * Whether somebody of the stack calls a function and does not wait: a function that nobody but an API or an event source
 * mapping calls hands no event to Lambda's own queue. One that nobody of the stack calls may be called in any way.
 */
function isCalledAsynchronously(stack: Graph, fn: Resource): Answer {
  const permissions = stack.pointingAt(fn, types.permission, "function");
  const mappings = stack.pointingAt(fn, types.eventSourceMapping, "functionName");
  const principals = permissions.linked.map((permission) => permission.get("principal").text());
  const callers = principals.map((principal): Answer => {
    if (principal.state !== "known") return "unknown";
    return waiting.test(principal.value) ? "no" : "yes";
  });
  if (callers.includes("yes")) return "yes";
  if (permissions.unresolved || mappings.unresolved || callers.includes("unknown")) return "unknown";
  return callers.length > 0 || mappings.linked.length > 0 ? "no" : "yes";
}

function check(stack: Graph, fn: Resource): Verdict {
  if (mayBePresent(fn.get("deadLetterConfig", "targetArn").any())) return holds;
  const configs = stack.pointingAt(fn, types.functionEventInvokeConfig, "functionName");
  const kept = configs.linked.some((config) =>
    mayBePresent(config.get("destinationConfig", "onFailure", "destination").any()),
  );
  if (kept) return holds;
  const asynchronous = isCalledAsynchronously(stack, fn);
  if (asynchronous === "no") return holds;
  if (configs.unresolved || asynchronous === "unknown") return notEvaluated(fn, "failure destination");
  return violated(fn, "failed events are dropped: it has no dead letter queue and no on-failure destination");
}

export const lambdaDeadLetters: StackRule = {
  scope: "stack",
  id: "lambda-dead-letters",
  title: "A function has a dead letter queue or an on-failure destination",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP04")],
  fix: "Set an on-failure destination (FunctionEventInvokeConfig) or deadLetterConfig.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
  check: (stack) => regionalFunctions(stack).flatMap((fn) => check(stack, fn)),
};
