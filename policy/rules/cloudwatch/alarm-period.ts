import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

/** Periods below a minute that AWS takes, in seconds. */
const short = [10, 20, 30];

function check(alarm: Resource, path: readonly (string | number)[]): Verdict {
  const period = alarm.get(...path);
  const seconds = period.number();
  if (seconds.state === "absent") return holds;
  if (seconds.state !== "known") return notEvaluated(alarm, period.name);
  const taken = short.includes(seconds.value) || (seconds.value > 0 && seconds.value % 60 === 0);
  return taken
    ? holds
    : violated(alarm, `${period.name} is ${seconds.value} s; AWS takes 10, 20, 30 and whole minutes`);
}

export const cloudwatchAlarmPeriod: ResourceRule = {
  scope: "resource",
  type: types.metricAlarm,
  id: "cloudwatch-alarm-period",
  title: "An alarm's period is 10, 20 or 30 seconds, or whole minutes",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL06-BP01")],
  fix: "Set period to a multiple of 60.",
  page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
  check(alarm) {
    const queries = alarm.get("metricQueries").list();
    const count = queries.state === "known" ? queries.value.length : 0;
    const paths = Array.from({ length: count }, (_, index) => [
      ["metricQueries", index, "period"],
      ["metricQueries", index, "metric", "period"],
    ]).flat();
    const verdicts = [["period"], ...paths].flatMap((path) => check(alarm, path));
    return queries.state === "unknown" ? [...verdicts, ...notEvaluated(alarm, "metricQueries")] : verdicts;
  },
};
