import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Answer } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { type Trigger, readTriggers } from "./triggers";

/** Whether a trigger's target is a FIFO queue or topic: by its name, or by the resource that it links to. */
function isFifo(stack: Graph, { notification, name, target }: Trigger): Answer {
  if (name.startsWith("lambdaFunctions")) return "no";
  const arn = target.text();
  if (arn.state === "known") return arn.value.endsWith(".fifo") ? "yes" : "no";
  const [type, property] = name.startsWith("queues")
    ? ([types.queue, "fifoQueue"] as const)
    : ([types.topic, "fifoTopic"] as const);
  const linked = stack.sources(notification, target, type);
  const [only] = linked;
  if (!only || linked.length > 1) return "unknown";
  const fifo = only.get(property).flag();
  if (fifo.state === "unknown") return "unknown";
  return fifo.state === "known" && fifo.value ? "yes" : "no";
}

function check(stack: Graph, notification: Resource): Verdict {
  const triggers = readTriggers(notification);
  if (!triggers) return notEvaluated(notification, "triggers");
  return triggers.flatMap((trigger) => {
    const answer = isFifo(stack, trigger);
    if (answer === "no") return holds;
    return answer === "yes"
      ? violated(notification, `${trigger.name} is a FIFO queue or topic; S3 sends to standard ones only`)
      : notEvaluated(notification, `target of ${trigger.name}`);
  });
}

export const s3FifoTarget: StackRule = {
  scope: "stack",
  id: "s3-fifo-target",
  title: "A bucket notifies standard queues and topics only",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Notify a standard queue or topic, or EventBridge, whose rules can send to FIFO queues.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html",
  check: each(types.bucketNotification, check),
};
