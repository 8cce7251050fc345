import { wellArchitected } from "../../frame/controls";
import { scheduleError, schedulePages } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";
import { eachRule } from "./shared";

export const backupSchedule: ResourceRule = {
  scope: "resource",
  type: types.backupPlan,
  id: "backup-schedule",
  title: "AWS Backup can read the schedule of each rule",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL09-BP03")],
  fix: "Write cron(0 5 ? * * *): minutes hours day-of-month month day-of-week year.",
  page: schedulePages.backup,
  check: (plan) =>
    eachRule(plan, (rule) => {
      const { name } = rule.at("schedule");
      const expression = rule.at("schedule").text();
      if (expression.state === "absent") return holds;
      if (expression.state !== "known") return notEvaluated(plan, name);
      const error = scheduleError(expression.value, "backup");
      return error === undefined ? holds : violated(plan, `${name} "${expression.value}" ${error}`);
    }),
};
