import { wellArchitected } from "../../frame/controls";
import { schedulePages } from "../../../limits";
import { types } from "../../frame/resource";
import { type ResourceRule } from "../../frame/rule";
import { scheduleCheck } from "../shared/text";

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
  check: scheduleCheck("scheduler"),
};
