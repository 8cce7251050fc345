import { wellArchitected } from "../../controls";
import { limits } from "../../limits";
import { types } from "../../resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../rule";

export const logsRetention: ResourceRule = {
  scope: "resource",
  id: "logs-retention",
  title: "A log group has a retention",
  severity: "medium",
  level: "mandatory",
  controls: [wellArchitected("COST04-BP05")],
  fix: "Set retentionInDays, for example to 30.",
  page: limits.logs.retentionDays.page,
  type: types.logGroup,
  check(group) {
    const days = group.get("retentionInDays").number();
    if (days.state === "unknown") return notEvaluated(group, "retentionInDays");
    const kept = days.state === "absent" || (days.state === "known" && days.value === 0);
    return kept ? violated(group, "retentionInDays is not set: logs are kept, and paid for, for ever") : holds;
  },
};
