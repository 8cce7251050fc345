import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

/** Protocols for which SNS retries and gives up; it does not retry e-mails and text messages. */
const retried = ["lambda", "sqs", "http", "https", "firehose"];

export const snsRedrive: ResourceRule = {
  scope: "resource",
  type: types.topicSubscription,
  id: "sns-redrive",
  title: "A subscription has a dead letter queue",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP03")],
  fix: "Set redrivePolicy with the deadLetterTargetArn of a queue that SNS may send to.",
  page: "https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html",
  check(subscription) {
    const policy = subscription.get("redrivePolicy").any();
    if (policy.state !== "absent" && !(policy.state === "known" && policy.value === "")) return holds;
    const protocol = subscription.get("protocol").text();
    if (protocol.state === "unknown") return notEvaluated(subscription, "protocol");
    return protocol.state === "known" && retried.includes(protocol.value)
      ? violated(subscription, "a message that SNS cannot deliver is lost")
      : holds;
  },
};
