import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const cloudwatchAlarmDatapoints: ResourceRule = {
  scope: "resource",
  type: types.metricAlarm,
  id: "cloudwatch-alarm-datapoints",
  title: "An alarm needs no more datapoints than it evaluates",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL06-BP01")],
  fix: "Set datapointsToAlarm to evaluationPeriods or less.",
  page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
  check(alarm) {
    const datapoints = alarm.get("datapointsToAlarm").number();
    const periods = alarm.get("evaluationPeriods").number();
    if (datapoints.state === "absent" || periods.state === "absent") return holds;
    if (datapoints.state !== "known" || periods.state !== "known") {
      return notEvaluated(alarm, "datapointsToAlarm and evaluationPeriods");
    }
    const both = `datapointsToAlarm is ${datapoints.value} and evaluationPeriods is ${periods.value}`;
    return datapoints.value <= periods.value ? holds : violated(alarm, `${both}; AWS refuses an alarm that cannot be`);
  },
};
