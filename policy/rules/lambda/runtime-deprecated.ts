import { securityHub, wellArchitected } from "../../frame/controls";
import { runtimesPage } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";
import { reached, withRuntime } from "./runtime";

export const lambdaRuntimeDeprecated: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "lambda-runtime-deprecated",
  title: "AWS still patches the runtime",
  severity: "high",
  level: "mandatory",
  ground: "ended",
  controls: [securityHub("Lambda.2", "Lambda functions should use supported runtimes"), wellArchitected("SEC06-BP01")],
  fix: "Move the function to the current runtime of its language.",
  page: runtimesPage,
  check: (fn, context) =>
    withRuntime(fn, (name, runtime) => {
      const blocked = reached(runtime.createBlocked, context.today);
      if (blocked || !reached(runtime.deprecation, context.today)) return holds;
      return violated(
        fn,
        `runtime is ${name}; AWS has not patched it since ${runtime.deprecation}`,
        `Move to ${runtime.successor}.`,
      );
    }),
};
