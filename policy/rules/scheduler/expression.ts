import { wellArchitected } from "../../frame/controls";
import { scheduleError, schedulePages } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const schedulerExpression: ResourceRule = {
  scope: "resource",
  type: types.schedule,
  id: "scheduler-expression",
  title: "AWS can read the schedule expression",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Write rate(5 minutes), cron(0 9 ? * MON-FRI *) or at(2027-01-31T09:00:00).",
  page: schedulePages.scheduler,
  check(resource) {
    const expression = resource.get("scheduleExpression").text();
    if (expression.state === "absent") return holds;
    if (expression.state !== "known") return notEvaluated(resource, "scheduleExpression");
    const error = scheduleError(expression.value, "scheduler");
    return error === undefined ? holds : violated(resource, `scheduleExpression "${expression.value}" ${error}`);
  },
};
