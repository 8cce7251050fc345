import { wellArchitected } from "../../frame/controls";
import { scheduleError, schedulePages } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const eventbridgeScheduleExpression: ResourceRule = {
  scope: "resource",
  type: types.eventRule,
  id: "eventbridge-schedule-expression",
  title: "AWS can read the schedule expression",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Write rate(5 minutes), or cron(0 9 ? * MON-FRI *): minutes hours day-of-month month day-of-week year.",
  page: schedulePages.rule,
  check(resource) {
    const expression = resource.get("scheduleExpression").text();
    if (expression.state === "absent") return holds;
    if (expression.state !== "known") return notEvaluated(resource, "scheduleExpression");
    const error = scheduleError(expression.value, "rule");
    return error === undefined ? holds : violated(resource, `scheduleExpression "${expression.value}" ${error}`);
  },
};
