import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { mayBePresent } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { regionalFunctions } from "./at-edge";

function check(stack: Graph, fn: Resource): Verdict {
  if (mayBePresent(fn.get("deadLetterConfig", "targetArn").any())) return holds;
  const configs = stack.pointingAt(fn, types.functionEventInvokeConfig, "functionName");
  const kept = configs.linked.some((config) =>
    mayBePresent(config.get("destinationConfig", "onFailure", "destination").any()),
  );
  if (kept) return holds;
  if (configs.unresolved) return notEvaluated(fn, "failure destination");
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
