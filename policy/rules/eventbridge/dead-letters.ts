import { wellArchitected } from "../../frame/controls";
import { mayBePresent } from "../../frame/known";
import { types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";

export const eventbridgeDeadLetters: ResourceRule = {
  scope: "resource",
  type: types.eventTarget,
  id: "eventbridge-dead-letters",
  title: "A target of an event rule has a dead letter queue",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP04")],
  fix: "Set deadLetterConfig.arn to the ARN of an SQS queue.",
  page: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
  check: (resource) =>
    mayBePresent(resource.get("deadLetterConfig", "arn").any())
      ? holds
      : violated(resource, "undelivered events are dropped: deadLetterConfig.arn is not set"),
};
