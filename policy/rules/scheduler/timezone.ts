import { wellArchitected } from "../../frame/controls";
import { isTimezone, schedulePages } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const schedulerTimezone: ResourceRule = {
  scope: "resource",
  type: types.schedule,
  id: "scheduler-timezone",
  title: "A schedule's time zone exists",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Use a name of the IANA time zone database, for example Europe/Paris.",
  page: schedulePages.scheduler,
  check(schedule) {
    const timezone = schedule.get("scheduleExpressionTimezone").text();
    if (timezone.state === "absent") return holds;
    if (timezone.state !== "known") return notEvaluated(schedule, "scheduleExpressionTimezone");
    return isTimezone(timezone.value)
      ? holds
      : violated(schedule, `scheduleExpressionTimezone is "${timezone.value}", which is not an IANA time zone`);
  },
};
