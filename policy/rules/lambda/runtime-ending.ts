import { securityHub, wellArchitected } from "../../frame/controls";
import { runtimesPage } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";
import { daysAfter, reached, withRuntime } from "./runtime";

export const lambdaRuntimeEnding: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "lambda-runtime-ending",
  title: "AWS patches the runtime for at least the notice period (180 days by default)",
  severity: "medium",
  level: "advisory",
  controls: [securityHub("Lambda.2", "Lambda functions should use supported runtimes"), wellArchitected("SEC06-BP01")],
  fix: "Move the function to the current runtime of its language.",
  page: runtimesPage,
  check: (fn, context) =>
    withRuntime(fn, (name, runtime) => {
      const horizon = daysAfter(context.today, context.runtimeNoticeDays);
      const ahead = reached(runtime.deprecation, horizon) && runtime.deprecation > context.today;
      if (!ahead) return holds;
      return violated(
        fn,
        `runtime is ${name}; AWS stops patching it on ${runtime.deprecation}`,
        `Move to ${runtime.successor}.`,
      );
    }),
};
