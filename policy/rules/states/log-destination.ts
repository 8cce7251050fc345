import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const statesLogDestination: ResourceRule = {
  scope: "resource",
  type: types.stateMachine,
  id: "states-log-destination",
  title: "A state machine with logging has a log destination",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Set loggingConfiguration.logDestination to the log group's ARN followed by :*.",
  page: "https://docs.aws.amazon.com/step-functions/latest/apireference/API_LoggingConfiguration.html",
  check(machine) {
    const level = machine.get("loggingConfiguration", "level").text();
    if (level.state === "unknown") return notEvaluated(machine, "loggingConfiguration.level");
    if (level.state !== "known" || level.value === "OFF") return holds;
    const destination = machine.get("loggingConfiguration", "logDestination").any();
    return destination.state === "absent"
      ? violated(machine, `loggingConfiguration.level is ${level.value} and it has no logDestination: AWS refuses that`)
      : holds;
  },
};
