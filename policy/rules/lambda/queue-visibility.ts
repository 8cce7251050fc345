import { wellArchitected } from "../../frame/controls";
import { type StackRule } from "../../frame/rule";
import { visibility } from "./visibility";

const shared = {
  scope: "stack",
  fix: "Raise the queue's visibilityTimeoutSeconds, or lower the function's timeout.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
} as const;

export const lambdaQueueVisibility: StackRule = {
  ...shared,
  id: "lambda-queue-visibility",
  title: "A queue's visibility timeout is at least the timeout of the function that reads it",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  check: (stack) => visibility(stack, 1, "Lambda refuses the mapping"),
};

export const lambdaQueueVisibilityMargin: StackRule = {
  ...shared,
  id: "lambda-queue-visibility-margin",
  title: "A queue's visibility timeout is at least six times the timeout of the function that reads it",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP03")],
  check: (stack) => visibility(stack, 6, "a batch that Lambda retries while it is throttled arrives twice"),
};
