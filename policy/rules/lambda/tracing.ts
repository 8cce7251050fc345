import { securityHub, wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { regionalFunctions } from "./at-edge";

function check(fn: Resource): Verdict {
  const mode = fn.get("tracingConfig", "mode").text();
  if (mode.state === "unknown" && !fn.leavesToAws(fn.get("tracingConfig")))
    return notEvaluated(fn, "tracingConfig.mode");
  return mode.state === "known" && mode.value === "Active" ? holds : violated(fn, "X-Ray tracing is off");
}

export const lambdaTracing: StackRule = {
  scope: "stack",
  id: "lambda-tracing",
  title: "A function is traced by X-Ray",
  severity: "low",
  level: "advisory",
  controls: [
    securityHub("Lambda.7", "Lambda functions should have AWS X-Ray active tracing enabled"),
    wellArchitected("OPS04-BP05"),
  ],
  fix: "Set tracingConfig.mode to Active.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
  check: (stack) => regionalFunctions(stack).flatMap(check),
  remedy: {
    type: types.function,
    does: "sets tracingConfig.mode to Active",
    change(fn) {
      const mode = fn.get("tracingConfig", "mode").text();
      const off = mode.state === "absent" || (mode.state === "known" && mode.value !== "Active");
      return off ? { tracingConfig: { mode: "Active" } } : undefined;
    },
  },
};
