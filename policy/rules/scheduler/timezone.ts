import { wellArchitected } from "../../frame/controls";
import { isTimezone, schedulePages } from "../../../limits";
import { types } from "../../frame/resource";
import { type ResourceRule } from "../../frame/rule";
import { textCheck } from "../shared/text";

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
  check: textCheck("scheduleExpressionTimezone", (timezone) =>
    isTimezone(timezone) ? undefined : `is "${timezone}", which is not an IANA time zone`,
  ),
};
