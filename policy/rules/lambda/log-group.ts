import { wellArchitected } from "../../frame/controls";
import { type Graph, type Reference } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { regionalFunctions } from "./at-edge";

/** The names of the stack's log groups, and whether some are not known. */
interface Names {
  readonly known: ReadonlySet<string>;
  /** The functions that a log group has its name from, by URN. */
  readonly functions: ReadonlySet<string>;
  readonly open: boolean;
}

function readNames(stack: Graph): Names {
  // A name that is left out is made up: no function's by Lambda's convention.
  const names = stack.ofType(types.logGroup).filter((group) => !group.leavesToAws(group.get("name")));
  const readings = names.map((group) => group.get("name").text());
  const of = names.flatMap((group) => stack.sources(group, group.get("name"), types.function));
  return {
    known: new Set(readings.flatMap((name) => (name.state === "known" ? [name.value] : []))),
    functions: new Set(of.map(({ urn }) => urn)),
    open: readings.some((name) => name.state === "unknown"),
  };
}

const absent: Reference = { state: "absent" };

/** The function's log group, named by its logging configuration or by Lambda's convention, is one of the stack. */
function check(stack: Graph, fn: Resource, names: Names): Verdict {
  const property = fn.get("loggingConfig", "logGroup");
  const configured = fn.leavesToAws(property) ? absent : stack.refer(fn, property, types.logGroup);
  if (configured.state === "resolved") return holds;
  if (configured.state === "unresolved") return notEvaluated(fn, "loggingConfig.logGroup");
  if (configured.state === "external") {
    return violated(fn, `its log group ${configured.value} is not of this stack, so nothing sets its retention`);
  }
  if (names.functions.has(fn.urn)) return holds;
  const name = fn.get("name").text();
  if (name.state !== "known" && !fn.leavesToAws(fn.get("name"))) return notEvaluated(fn, "name");
  const expected = `/aws/lambda/${name.state === "known" ? name.value : fn.name}`;
  if (name.state === "known" && names.known.has(expected)) return holds;
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
    return regionalFunctions(stack).flatMap((fn) => check(stack, fn, names));
  },
};
