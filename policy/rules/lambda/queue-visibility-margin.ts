import { wellArchitected } from "../../frame/controls";
import { type StackRule } from "../../frame/rule";
import { visibility } from "./visibility";

export const lambdaQueueVisibilityMargin: StackRule = {
  scope: "stack",
  id: "lambda-queue-visibility-margin",
  title: "A queue's visibility timeout is at least six times the timeout of the function that reads it",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP03")],
  fix: "Raise the queue's visibilityTimeoutSeconds, or lower the function's timeout.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
  check: (stack) => visibility(stack, 6, "a batch that Lambda tries again while it is throttled comes twice"),
};
