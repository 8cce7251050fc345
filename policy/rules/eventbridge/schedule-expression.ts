import { wellArchitected } from "../../frame/controls";
import { schedulePages } from "../../../limits";
import { types } from "../../frame/resource";
import { type ResourceRule } from "../../frame/rule";
import { scheduleCheck } from "../shared/text";

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
  check: scheduleCheck("rule"),
};
