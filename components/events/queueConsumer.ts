import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { Check, type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type Function } from "../function/function";
import { policyDocument } from "../core/permissions";
import { filterCriteria, filterProblems } from "./streamReader";
import { type Tags } from "../core/tags";

/** How a function reads the messages of a queue. */
export interface MessageReaderArgs {
  /** What is called with each batch. Its role gets the right to receive and delete messages of this queue. */
  function: Function;
  /** Messages of one call at most: 1 to 10,000, of a FIFO queue 1 to 10. Default: 10. */
  batchSize?: number;
  /** Seconds to wait for a batch to fill, 0 to 300; 1 or more where batchSize is above 10; none for a FIFO queue. Default: 0. */
  batchingWindowSeconds?: number;
  /**
   * Concurrent executions that this queue may use, 2 to 1,000, and no more than the function reserves: messages that Lambda
   * cannot hand over in time would become dead letters without a try. Default: as many as the function has.
   */
  maximumConcurrency?: number;
  /** The function answers with the messages that failed (`batchItemFailures`), and only those come again. Default: true. */
  partialBatchResponse?: boolean;
  /**
   * Event patterns, at most 5; a message that matches none is deleted unread. For example `{ body: { type: ["order"] } }`.
   * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
   */
  filters?: Record<string, unknown>[];
  /** Default: true. */
  enabled?: boolean;
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}

/** What a queue shows to its consumers; a `Queue` is one. */
export interface ConsumedQueue {
  readonly arn: pulumi.Output<string>;
  readonly fifo: boolean;
  readonly visibilityTimeoutSeconds: number;
  /** The customer-managed key, if there is one. */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/** Arguments of a {@link QueueConsumer}. */
export interface QueueConsumerArgs extends MessageReaderArgs {
  queue: ConsumedQueue;
}

/** What a consumer of messages has when its arguments do not say. */
export const queueConsumerDefaults = {
  batchSize: 10,
  batchingWindowSeconds: 0,
  partialBatchResponse: true,
  enabled: true,
};

/** Visibility timeout over the function's timeout: AWS's advice, so that retries of a throttled batch have their time. */
const VISIBILITY_FACTOR = 6;
/** Above this, Lambda asks for a batching window. */
const BATCH_WITHOUT_WINDOW = 10;
const queuePage = "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html";

/**
 * A function that gets the messages of a queue. What fails comes again, and in the end goes to the queue's dead letters.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
export class QueueConsumer extends pulumi.ComponentResource {
  readonly mapping: aws.lambda.EventSourceMapping;

  constructor(name: string, args: QueueConsumerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:messaging:QueueConsumer", name, {}, opts);
    new Check("QueueConsumer", name).args(args, queueConsumerProblems).done();
    const child = { parent: this };
    const settings = withDefaults(queueConsumerDefaults, args);
    const { queue, function: reader } = settings;
    const rights = new aws.iam.RolePolicy(
      `${name}-queue`,
      {
        role: reader.role.name,
        policy: policyDocument([
          {
            Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
            Resource: queue.arn,
          },
          ...(queue.kmsKeyArn ? [{ Action: "kms:Decrypt", Resource: queue.kmsKeyArn }] : []),
        ]),
      },
      child,
    );
    this.mapping = new aws.lambda.EventSourceMapping(
      name,
      {
        eventSourceArn: queue.arn,
        functionName: reader.invokeTargetArn,
        batchSize: settings.batchSize,
        ...(settings.batchingWindowSeconds > 0 && {
          maximumBatchingWindowInSeconds: settings.batchingWindowSeconds,
        }),
        ...(settings.maximumConcurrency !== undefined && {
          scalingConfig: { maximumConcurrency: settings.maximumConcurrency },
        }),
        functionResponseTypes: settings.partialBatchResponse ? ["ReportBatchItemFailures"] : [],
        ...filterCriteria(args.filters),
        enabled: settings.enabled,
        tags: settings.tags,
      },
      { ...child, dependsOn: [rights] },
    );
    this.registerOutputs({ mappingId: this.mapping.uuid });
  }
}

/** What cannot work of a consumer's arguments. */
export function queueConsumerProblems(args: QueueConsumerArgs): Problem[] {
  const { queue, function: reader, maximumConcurrency } = args;
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
      `a FIFO queue has none: leave it out (${queuePage})`,
    )
    .that(
      queue.fifo || batchSize <= BATCH_WITHOUT_WINDOW || batchingWindowSeconds >= 1,
      "batchingWindowSeconds",
      batchingWindowSeconds,
      `batches of more than ${BATCH_WITHOUT_WINDOW} messages need 1 second or more (${queuePage})`,
    );
  const { timeoutSeconds, reservedConcurrency } = reader;
  if (typeof timeoutSeconds === "number") {
    const needed = VISIBILITY_FACTOR * timeoutSeconds;
    problems.that(
      queue.visibilityTimeoutSeconds >= needed,
      "queue.visibilityTimeoutSeconds",
      queue.visibilityTimeoutSeconds,
      `${VISIBILITY_FACTOR} times the function's timeout of ${timeoutSeconds} s are needed: give the queue ` +
        `${needed} or more, or the function less time (${queuePage})`,
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
