import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { type Resource, types } from "../../frame/resource";
import { isDelivery } from "./delivery";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

/** Whether the logs of a group never expire. */
function keepsForEver(group: Resource): boolean {
  if (isDelivery(group)) return false;
  const days = group.get("retentionInDays").number();
  return days.state === "absent" || (days.state === "known" && days.value === 0);
}

export const logsRetention: ResourceRule = {
  scope: "resource",
  type: types.logGroup,
  id: "logs-retention",
  title: "A log group has a retention period",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("COST04-BP05")],
  fix: "Set retentionInDays, for example to 30.",
  page: limits.logs.retentionDays.page,
  check(group) {
    const days = group.get("retentionInDays").number();
    if (days.state === "unknown") return notEvaluated(group, "retentionInDays");
    return keepsForEver(group)
      ? violated(group, "retentionInDays is not set: logs are kept and billed forever")
      : holds;
  },
  remedy: {
    type: types.logGroup,
    does: "sets retentionInDays to 30",
    change: (group) => (keepsForEver(group) ? { retentionInDays: 30 } : undefined),
  },
};
