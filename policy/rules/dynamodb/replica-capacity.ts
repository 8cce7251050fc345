import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { type Graph } from "../../frame/graph";
import { isProvisioned, replicas } from "./indexes";
import { autoscaled } from "./scaling";

/** Whether the table is copied to other Regions, by itself or by resources of their own. */
export function isGlobal(stack: Graph, table: Resource): boolean {
  return replicas(table).length > 0 || stack.pointingAt(table, types.tableReplica, "globalTableArn").linked.length > 0;
}

function check(stack: Graph, table: Resource): Verdict {
  if (!isGlobal(stack, table) || !isProvisioned(table)) return holds;
  const answer = autoscaled(stack, table, "Write");
  if (answer === "unknown") return notEvaluated(table, "autoscaling");
  return answer === "yes" ? holds : violated(table, "it has replicas, and write capacity without autoscaling");
}

export const dynamodbReplicaCapacity: StackRule = {
  scope: "stack",
  id: "dynamodb-replica-capacity",
  title: "A global table is on demand, or its write capacity scales with its use",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL10-BP01"), wellArchitected("REL01-BP06")],
  fix: "Set billingMode to PAY_PER_REQUEST, or make an appautoscaling Target for dynamodb:table:WriteCapacityUnits.",
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_reqs_bestpractices.html",
  check: each(types.table, check),
};
