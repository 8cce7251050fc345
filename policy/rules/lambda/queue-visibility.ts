import { wellArchitected } from "../../frame/controls";
import { type StackRule } from "../../frame/rule";
import { visibility } from "./visibility";

export const lambdaQueueVisibility: StackRule = {
  scope: "stack",
  id: "lambda-queue-visibility",
  title: "A queue's visibility timeout is at least the timeout of the function that reads it",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Raise the queue's visibilityTimeoutSeconds, or lower the function's timeout.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
  check: (stack) => visibility(stack, 1, "Lambda refuses the mapping"),
};
