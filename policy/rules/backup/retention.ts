import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";
import { eachRule } from "./shared";

export const backupRetention: ResourceRule = {
  scope: "resource",
  type: types.backupPlan,
  id: "backup-retention",
  title: "Backups expire",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("COST04-BP05")],
  fix: "Set lifecycle.deleteAfter, in days.",
  page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html",
  check: (plan) =>
    eachRule(plan, (rule) => {
      const days = rule.at("lifecycle", "deleteAfter").number();
      if (days.state === "unknown") return notEvaluated(plan, rule.at("lifecycle", "deleteAfter").name);
      const kept = days.state === "absent" || (days.state === "known" && days.value === 0);
      return kept
        ? violated(plan, `${rule.name} has no lifecycle.deleteAfter: backups are kept and billed forever`)
        : holds;
    }),
};
