import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { checkLimit } from "../../frame/range";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule } from "../../frame/rule";

const hour = 3_600;

export const cloudwatchAlarmWindow: ResourceRule = {
  scope: "resource",
  type: types.metricAlarm,
  id: "cloudwatch-alarm-window",
  title: "An alarm evaluates at most one day, or one week with periods of an hour or more",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL06-BP01")],
  fix: "Lower evaluationPeriods, or set period to 3,600 or more.",
  page: limits.cloudwatch.dayWindow.page,
  limit: limits.cloudwatch.dayWindow,
  check(alarm) {
    const period = alarm.get("period").number();
    const periods = alarm.get("evaluationPeriods").number();
    if (period.state === "absent" || periods.state === "absent") return holds;
    if (period.state !== "known" || periods.state !== "known") return notEvaluated(alarm, "period × evaluationPeriods");
    const limit = period.value < hour ? limits.cloudwatch.dayWindow : limits.cloudwatch.weekWindow;
    const window = { state: "known", value: period.value * periods.value } as const;
    return checkLimit(alarm, "period × evaluationPeriods", window, limit);
  },
};
