import { wellArchitected } from "../../frame/controls";
import { mayBePresent } from "../../frame/known";
import { types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";

export const schedulerDeadLetters: ResourceRule = {
  scope: "resource",
  type: types.schedule,
  id: "scheduler-dead-letters",
  title: "A schedule has a dead letter queue",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP04")],
  fix: "Set target.deadLetterConfig.arn to the ARN of an SQS queue.",
  page: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html",
  check: (resource) =>
    mayBePresent(resource.get("target", "deadLetterConfig", "arn").any())
      ? holds
      : violated(resource, "undelivered events are dropped: target.deadLetterConfig.arn is not set"),
};
