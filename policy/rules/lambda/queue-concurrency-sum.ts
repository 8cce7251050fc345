import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

function check(stack: Graph, fn: Resource): Verdict {
  const { linked } = stack.pointingAt(fn, types.eventSourceMapping, "functionName");
  const shares = linked.map((mapping) => mapping.get("scalingConfig", "maximumConcurrency").number());
  if (!shares.some(({ state }) => state !== "absent")) return holds;
  const reserved = fn.get("reservedConcurrentExecutions").number();
  if (reserved.state === "absent" || (reserved.state === "known" && reserved.value < 0)) return holds;
  if (reserved.state !== "known") return notEvaluated(fn, "reservedConcurrentExecutions");
  const sum = shares.reduce((total, share) => total + (share.state === "known" ? share.value : 0), 0);
  if (sum > reserved.value) {
    return violated(
      fn,
      `its event sources may use ${sum} executions at once, and it reserves ${reserved.value}: throttled messages become dead letters without being processed`,
    );
  }
  return shares.some(({ state }) => state === "unknown")
    ? notEvaluated(fn, "maximumConcurrency of its sources")
    : holds;
}

export const lambdaQueueConcurrencySum: StackRule = {
  scope: "stack",
  id: "lambda-queue-concurrency-sum",
  title: "The maximum concurrency of a function's queues together is at most its reserved concurrency",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("REL01-BP06"), wellArchitected("REL05-BP02")],
  fix: "Lower maximumConcurrency of the mappings, or raise the function's reservedConcurrentExecutions to their sum.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html",
  check: each(types.function, check),
};
