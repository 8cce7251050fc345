import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";
import { replicas } from "./indexes";

export const dynamodbReplicaStream: ResourceRule = {
  scope: "resource",
  id: "dynamodb-replica-stream",
  title: "A global table streams new and old images, from which AWS makes the replicas",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL10-BP01")],
  fix: "Set streamEnabled to true and streamViewType to NEW_AND_OLD_IMAGES.",
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html",
  type: types.table,
  check(table) {
    const strong = replicas(table).some((replica) => {
      const mode = replica.at("consistencyMode").text();
      return mode.state === "known" && mode.value === "STRONG"; // is not made from a stream
    });
    if (replicas(table).length === 0 || strong) return holds;
    const enabled = table.get("streamEnabled").flag();
    const view = table.get("streamViewType").text();
    if (enabled.state === "absent" || (enabled.state === "known" && !enabled.value)) {
      return violated(table, "it has replicas, and no stream");
    }
    if (view.state === "known" && view.value !== "NEW_AND_OLD_IMAGES") {
      return violated(table, `it has replicas, and streamViewType is ${view.value}`);
    }
    return enabled.state === "known" && view.state === "known" ? holds : notEvaluated(table, "streamViewType");
  },
};
