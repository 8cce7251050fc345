import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, violated } from "../../frame/rule";
import { findDeadLetterQueue } from "../shared/deadLetters";

const kind = (queue: Resource): "FIFO" | "standard" | undefined => {
  const fifo = queue.get("fifoQueue").flag();
  if (fifo.state === "unknown") return undefined;
  return fifo.state === "known" && fifo.value ? "FIFO" : "standard";
};

export const sqsDeadLetterType: StackRule = {
  scope: "stack",
  id: "sqs-dead-letter-type",
  title: "The dead letter queue of a FIFO queue is FIFO, that of a standard queue standard",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Make both queues of the same type.",
  page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
  check: each(types.queue, (stack, queue) => {
    const dead = findDeadLetterQueue(stack, queue);
    if (dead.state !== "resolved") return holds;
    return dead.to.flatMap((target) => {
      const [own, other] = [kind(queue), kind(target)];
      if (!own || !other) return notEvaluated(queue, "fifoQueue");
      if (own === other) return holds;
      return violated(
        queue,
        `it is a ${own} queue, and its dead letter queue ${target.label} a ${other} one: SQS refuses that`,
      );
    });
  }),
};
