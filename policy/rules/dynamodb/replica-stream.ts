import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { replicas } from "./indexes";
import { isGlobal } from "./replica-capacity";

function check(stack: Graph, table: Resource): Verdict {
  const strong = replicas(table).some((replica) => {
    const mode = replica.at("consistencyMode").text();
    return mode.state === "known" && mode.value === "STRONG"; // is not made from a stream
  });
  if (!isGlobal(stack, table) || strong) return holds;
  const property = table.get("streamEnabled");
  const enabled = property.flag();
  const view = table.get("streamViewType").text();
  if (enabled.state === "absent" || table.leavesToAws(property) || (enabled.state === "known" && !enabled.value)) {
    return violated(table, "it has replicas, and no stream");
  }
  if (view.state === "known" && view.value !== "NEW_AND_OLD_IMAGES") {
    return violated(table, `it has replicas, and streamViewType is ${view.value}`);
  }
  return enabled.state === "known" && view.state === "known" ? holds : notEvaluated(table, "streamViewType");
}

export const dynamodbReplicaStream: StackRule = {
  scope: "stack",
  id: "dynamodb-replica-stream",
  title: "A global table streams new and old images, from which AWS makes the replicas",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL10-BP01")],
  fix: "Set streamEnabled to true and streamViewType to NEW_AND_OLD_IMAGES.",
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html",
  check: each(types.table, check),
};
