import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../rule";

export const lambdaTracing: ResourceRule = {
  scope: "resource",
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
  type: types.function,
  check(fn) {
    const mode = fn.get("tracingConfig", "mode").text();
    if (mode.state === "unknown") return notEvaluated(fn, "tracingConfig.mode");
    return mode.state === "known" && mode.value === "Active" ? holds : violated(fn, "X-Ray tracing is off");
  },
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
