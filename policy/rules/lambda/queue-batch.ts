import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { limits } from "../../../limits";
import { allowed, quantity } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { findSource } from "./sources";

/** Above this, Lambda asks for a batching window. */
const WITHOUT_WINDOW = 10;

function check(stack: Graph, mapping: Resource): Verdict {
  const batch = mapping.get("batchSize").number();
  const window = mapping.get("maximumBatchingWindowInSeconds").number();
  const largeOrOpen = batch.state === "unknown" || (batch.state === "known" && batch.value > WITHOUT_WINDOW);
  const waitsOrOpen = window.state === "unknown" || (window.state === "known" && window.value > 0);
  if (!largeOrOpen && !waitsOrOpen) return holds; // right for every source
  const source = findSource(stack, mapping);
  if (source.state === "unknown") return notEvaluated(mapping, "eventSourceArn");
  if (source.state !== "known" || !source.value.kind.endsWith("queue")) return holds;
  if (batch.state === "unknown") return notEvaluated(mapping, "batchSize");
  if (window.state === "unknown") return notEvaluated(mapping, "maximumBatchingWindowInSeconds");
  const size = batch.state === "known" ? batch.value : 0;
  const seconds = window.state === "known" ? window.value : 0;
  if (source.value.kind === "queue") {
    return size > WITHOUT_WINDOW && seconds < 1
      ? violated(
          mapping,
          `batchSize is ${size} with no window; AWS asks for maximumBatchingWindowInSeconds of 1 or more above 10`,
        )
      : holds;
  }
  const { fifoBatchSize } = limits.eventSource;
  return [
    ...(size > fifoBatchSize.max
      ? violated(
          mapping,
          `batchSize is ${quantity(size, fifoBatchSize.unit)}; AWS allows ${allowed(fifoBatchSize)} of a FIFO queue`,
        )
      : holds),
    ...(seconds > 0
      ? violated(mapping, `maximumBatchingWindowInSeconds is ${seconds}; AWS takes none for a FIFO queue`)
      : holds),
  ];
}

export const lambdaQueueBatch: StackRule = {
  scope: "stack",
  id: "lambda-queue-batch",
  title: "A batch of a FIFO queue has at most 10 messages and no window; a larger one of a standard queue has a window",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Set a window of 1 s or more for large batches of a standard queue; for a FIFO queue at most 10 messages and no window.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html",
  limit: limits.eventSource.fifoBatchSize,
  check: each(types.eventSourceMapping, check),
};
