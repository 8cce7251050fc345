import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

/** The names of the stack's log groups, and whether some are not known. */
interface Names {
  readonly known: ReadonlySet<string>;
  readonly open: boolean;
}

function readNames(stack: Graph): Names {
  const names = stack.ofType(types.logGroup).map((group) => group.get("name").text());
  return {
    known: new Set(names.flatMap((name) => (name.state === "known" ? [name.value] : []))),
    open: names.some((name) => name.state === "unknown"),
  };
}

/** The function's log group, named by its logging configuration or by Lambda's convention, is one of the stack. */
function check(stack: Graph, fn: Resource, names: Names): Verdict {
  const configured = stack.refer(fn, fn.get("loggingConfig", "logGroup"), types.logGroup);
  if (configured.state === "resolved") return holds;
  if (configured.state === "unresolved") return notEvaluated(fn, "loggingConfig.logGroup");
  if (configured.state === "external") {
    return violated(fn, `its log group ${configured.value} is not of this stack, so nothing sets its retention`);
  }
  const name = fn.get("name").text();
  if (name.state !== "known") return notEvaluated(fn, "name");
  const expected = `/aws/lambda/${name.value}`;
  if (names.known.has(expected)) return holds;
  if (names.open) return notEvaluated(fn, "log group");
  return violated(fn, `Lambda makes the log group ${expected} by itself: it keeps logs forever and outlives the stack`);
}

export const lambdaLogGroup: StackRule = {
  scope: "stack",
  id: "lambda-log-group",
  title: "A function writes to a log group of the stack",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("COST04-BP05")],
  fix: "Make a log group with a retention and name it in loggingConfig.logGroup.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html",
  check(stack) {
    const names = readNames(stack);
    return stack.ofType(types.function).flatMap((fn) => check(stack, fn, names));
  },
};
