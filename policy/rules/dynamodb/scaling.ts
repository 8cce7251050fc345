import { securityHub, wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Answer, either } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { isProvisioned } from "./indexes";

/** Whether a target of Application Auto Scaling is the capacity of a table itself, in one dimension. */
function scales(stack: Graph, target: Resource, table: Resource, dimension: "Read" | "Write"): Answer {
  const scalable = target.get("scalableDimension").text();
  const isText = [scalable, target.get("resourceId").text()].every(({ state }) => /^(known|unknown)$/.test(state));
  if (!isText) return "no"; // it names nothing
  if (scalable.state === "known" && scalable.value !== `dynamodb:table:${dimension}CapacityUnits`) return "no";
  const id = target.get("resourceId").text();
  const name = table.get("name").text();
  if (id.state === "known" && name.state === "known") return id.value === `table/${name.value}` ? "yes" : "no";
  const linked = stack.sources(target, target.get("resourceId"), types.table);
  if (linked.length > 0) return linked.includes(table) ? "yes" : "no";
  return target.region === table.region ? "unknown" : "no";
}

/** Whether the capacity of a table follows its use in one dimension. */
export function autoscaled(stack: Graph, table: Resource, dimension: "Read" | "Write"): Answer {
  return either(stack.ofType(types.scalingTarget).map((target) => scales(stack, target, table, dimension)));
}

function check(stack: Graph, table: Resource): Verdict {
  if (!isProvisioned(table)) return holds;
  const answers = (["Read", "Write"] as const).map((each) => [each, autoscaled(stack, table, each)] as const);
  const fixed = answers.flatMap(([dimension, answer]) => (answer === "no" ? [dimension.toLowerCase()] : []));
  if (fixed.length > 0) {
    return violated(table, `its ${fixed.join(" and ")} capacity is fixed: requests above it are throttled`);
  }
  return answers.some(([, answer]) => answer === "unknown") ? notEvaluated(table, "autoscaling") : holds;
}

export const dynamodbScaling: StackRule = {
  scope: "stack",
  id: "dynamodb-scaling",
  title: "The capacity of a table scales with its use",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("DynamoDB.1", "DynamoDB tables should automatically scale capacity with demand"),
    wellArchitected("REL01-BP06"),
  ],
  fix: "Set billingMode to PAY_PER_REQUEST, or make an appautoscaling Target and Policy for each dimension.",
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html",
  check: each(types.table, check),
};
