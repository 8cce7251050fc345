import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Reference } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { regionalFunctions } from "./at-edge";

/** The functions whose errors the stack's alarms watch; `undefined` when some alarm cannot be read. */
function watched(stack: Graph): { urns: ReadonlySet<string>; complete: boolean } {
  const alarms = stack.ofType(types.metricAlarm).filter((alarm) => {
    const metric = alarm.get("metricName").text();
    return metric.state === "unknown" || (metric.state === "known" && metric.value === "Errors");
  });
  const references = alarms.map((alarm): Reference => stack.functions(alarm, alarm.get("dimensions", "FunctionName")));
  const urns = references.flatMap((each) => (each.state === "resolved" ? each.to.map((fn) => fn.urn) : []));
  return { urns: new Set(urns), complete: references.every((each) => each.state !== "unresolved") };
}

export const lambdaErrorAlarm: StackRule = {
  scope: "stack",
  id: "lambda-error-alarm",
  title: "An alarm watches a function's errors",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("REL06-BP01")],
  fix: "Make a metric alarm on AWS/Lambda Errors with the dimension FunctionName.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics.html",
  check(stack) {
    const { urns, complete } = watched(stack);
    const one = (fn: Resource): Verdict => {
      if (urns.has(fn.urn)) return holds;
      return complete ? violated(fn, "no alarm of the stack watches its errors") : notEvaluated(fn, "alarms");
    };
    return regionalFunctions(stack).flatMap(one);
  },
};
