import { securityHub, wellArchitected } from "../../frame/controls";
import { runtimesPage } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";
import { reached, withRuntime } from "./runtime";

export const lambdaRuntimeBlocked: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "lambda-runtime-blocked",
  title: "AWS still creates functions on the runtime",
  severity: "critical",
  level: "mandatory",
  ground: "ended",
  controls: [securityHub("Lambda.2", "Lambda functions should use supported runtimes"), wellArchitected("SEC06-BP01")],
  fix: "Move the function to the current runtime of its language.",
  page: runtimesPage,
  check: (fn, context) =>
    withRuntime(fn, (name, runtime) => {
      if (!reached(runtime.createBlocked, context.today)) return holds;
      return violated(
        fn,
        `runtime is ${name}; AWS has refused new functions on it since ${runtime.createBlocked}`,
        `Move to ${runtime.successor}.`,
      );
    }),
};
