import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

function check(stack: Graph, fn: Resource): Verdict {
  const property = fn.get("reservedConcurrentExecutions");
  const reserved = property.number();
  if (reserved.state === "absent" || fn.leavesToAws(property)) return holds;
  const { linked, unresolved } = stack.pointingAt(fn, types.provisionedConcurrency, "functionName");
  if (linked.length === 0 && !unresolved) return holds;
  if (reserved.state !== "known") return notEvaluated(fn, property.name);
  if (reserved.value < 0) return holds; // none is reserved
  const parts = linked.map((each) => each.get("provisionedConcurrentExecutions").number());
  const sum = parts.reduce((total, part) => total + (part.state === "known" ? part.value : 0), 0);
  if (sum > reserved.value) {
    return violated(fn, `it reserves ${reserved.value} concurrent executions, and ${sum} are provisioned for it`);
  }
  const isOpen = unresolved || parts.some(({ state }) => state === "unknown");
  return isOpen ? notEvaluated(fn, "provisioned concurrency") : holds;
}

export const lambdaProvisionedReserved: StackRule = {
  scope: "stack",
  id: "lambda-provisioned-reserved",
  title: "The provisioned concurrency of a function is at most what it reserves",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Reserve as many concurrent executions as all versions and aliases together provision, or none.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html",
  check: each(types.function, check),
};
