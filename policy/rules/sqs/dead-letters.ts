import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, violated } from "../../frame/rule";
import { deadLetterQueues } from "../shared/deadLetters";

export const sqsDeadLetters: StackRule = {
  scope: "stack",
  id: "sqs-dead-letters",
  title: "A queue has a dead letter queue, or is one",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP03")],
  fix: "Set redrivePolicy with a deadLetterTargetArn and a maxReceiveCount.",
  page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
  check(stack) {
    const { urns, open } = deadLetterQueues(stack);
    return stack.ofType(types.queue).flatMap((queue) => {
      const policy = queue.get("redrivePolicy");
      const has = policy.any().state !== "absent" && !queue.leavesToAws(policy) && readValue(policy.text()) !== "";
      if (has || urns.has(queue.urn)) return holds;
      return open
        ? notEvaluated(queue, "whether it takes dead letters")
        : violated(queue, "a message that fails is received again until it expires, and is then lost");
    });
  },
};

const readValue = (reading: { state: string; value?: string }): string | undefined => reading.value;
