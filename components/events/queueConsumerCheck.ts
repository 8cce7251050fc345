import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { filterProblems } from "./streamReaderCheck";
import { type QueueConsumerArgs, queueConsumerDefaults } from "./queueConsumerArgs";
import { asCallee } from "../function/target";

/**
 * AWS's advice for the visibility timeout, as a multiple of the function's timeout: it leaves time to retry throttled
 * batches.
 */
const VISIBILITY_FACTOR = 6;

/** Larger batches need a batching window. */
const BATCH_WITHOUT_WINDOW = 10;

const queuePage = "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html";

/** Problems with a consumer's arguments. */
export function queueConsumerProblems(args: QueueConsumerArgs): Problem[] {
  const { queue, maximumConcurrency } = args;
  const { batchSize, batchingWindowSeconds } = withDefaults(queueConsumerDefaults, args);
  const { queueBatchSize, fifoBatchSize, batchingWindow, queueConcurrency } = limits.eventSource;
  const problems = new Problems()
    .all(filterProblems(args.filters))
    .range("batchSize", batchSize, queue.fifo ? fifoBatchSize : queueBatchSize)
    .range("batchingWindowSeconds", batchingWindowSeconds, batchingWindow)
    .range("maximumConcurrency", maximumConcurrency, queueConcurrency)
    .that(
      !queue.fifo || batchingWindowSeconds === 0,
      "batchingWindowSeconds",
      batchingWindowSeconds,
      `a FIFO queue cannot have one: leave it out (${queuePage})`,
    )
    .that(
      queue.fifo || batchSize <= BATCH_WITHOUT_WINDOW || batchingWindowSeconds >= 1,
      "batchingWindowSeconds",
      batchingWindowSeconds,
      `batches of more than ${BATCH_WITHOUT_WINDOW} messages need 1 second or more (${queuePage})`,
    );
  const { timeoutSeconds, reservedConcurrency } = asCallee(args.function);
  if (typeof timeoutSeconds === "number") {
    const needed = VISIBILITY_FACTOR * timeoutSeconds;
    problems.that(
      queue.visibilityTimeoutSeconds >= needed,
      "queue.visibilityTimeoutSeconds",
      queue.visibilityTimeoutSeconds,
      `${VISIBILITY_FACTOR} times the function's timeout of ${timeoutSeconds} s is the least: give the queue ` +
        `${needed} or more, or the function a shorter timeout (${queuePage})`,
    );
  }
  if (typeof reservedConcurrency === "number" && maximumConcurrency !== undefined) {
    problems.that(
      maximumConcurrency <= reservedConcurrency,
      "maximumConcurrency",
      maximumConcurrency,
      `the function reserves ${reservedConcurrency}: messages beyond that would become dead letters untried (${queuePage})`,
    );
  }
  return problems.list;
}
