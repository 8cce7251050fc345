import { securityHub, wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { holds, type StackRule, violated } from "../../frame/rule";

/** Whether an alarm notifies anybody: a list of actions that is not known yet counts. */
function notifies(alarm: Resource): boolean {
  const enabled = alarm.get("actionsEnabled").flag();
  if (enabled.state === "known" && !enabled.value) return false;
  const actions = alarm.get("alarmActions").list();
  if (actions.state === "known") return actions.value.length > 0;
  return actions.state === "unknown" && !alarm.leavesToAws(alarm.get("alarmActions"));
}

/** An alarm that a component of Headroom makes: who is notified is an argument of the component. */
const component = /\bheadroom:[^$]*\$[^$]*::/;

/** How many names a message lists. */
const listed = 3;

/** One finding for all of them: a stack whose alarms notify nobody is most often missing one topic. */
export const cloudwatchAlarmActions: StackRule = {
  scope: "stack",
  id: "cloudwatch-alarm-actions",
  title: "An alarm notifies somebody",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("CloudWatch.15", "CloudWatch alarms should have specified actions configured"),
    wellArchitected("REL06-BP03"),
  ],
  fix: "Set alarmActions to the ARN of an SNS topic that people or tools are subscribed to.",
  page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html",
  check(stack) {
    const silent = stack.ofType(types.metricAlarm).filter((alarm) => !notifies(alarm));
    const ofComponents = silent.filter(({ urn }) => component.test(urn));
    const others = silent.filter((alarm) => !ofComponents.includes(alarm));
    const [first] = ofComponents;
    return [
      ...(first ? violated(first, listSilent(ofComponents)) : holds),
      ...(others.length > 0 ? violated(others.length === 1 ? others[0] : undefined, listSilent(others)) : holds),
    ];
  },
};

function listSilent(alarms: readonly Resource[]): string {
  const names = alarms.slice(0, listed).map(({ name }) => name);
  const more = alarms.length > listed ? ` and ${alarms.length - listed} more` : "";
  return `alarms that notify nobody: ${names.join(", ")}${more}`;
}
