import { wellArchitected } from "../../frame/controls";
import { valueOr } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, type StackRule, violatedUnless } from "../../frame/rule";
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
      const separate = stack.pointingAt(queue, types.queueRedrivePolicy, "queueUrl");
      if ([queue, ...separate.linked].some(redrives) || urns.has(queue.urn)) return holds;
      return violatedUnless(
        open || separate.unresolved,
        queue,
        "whether it takes dead letters",
        "a message that fails is received again until it expires, and is then lost",
      );
    });
  },
};

/** Whether a queue, or a resource that stands for the argument, has a redrive policy. */
function redrives(owner: Resource): boolean {
  const policy = owner.get("redrivePolicy");
  return policy.any().state !== "absent" && !owner.leavesToAws(policy) && valueOr(policy.text(), undefined) !== "";
}
