import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { alarm, type AlarmArgs, deadLetterAlarm } from "../core/alarms";
import { Check, type Problem, Problems } from "../core/check";
import { DeadLetterQueue, queuePolicy } from "../function/deadLetterQueue";
import { withDefaults } from "../core/defaults";
import { type MessageReaderArgs, QueueConsumer } from "./queueConsumer";
import { type Tags } from "../core/tags";

/** Arguments of a {@link Queue}. */
export interface QueueArgs {
  /**
   * First in, first out: messages of one group come in order, and a message with the same content is taken once within
   * five minutes. Default: false.
   */
  fifo?: boolean;
  /**
   * Seconds that a message is hidden after it was received, 0 to 43,200: at least six times the timeout of the function
   * that reads it. Default: 180 (SQS' own is 30), six times a function's default timeout.
   */
  visibilityTimeoutSeconds?: number;
  /** Seconds that a message is kept, 60 to 1,209,600. Default: 345,600, as SQS' own. */
  retentionSeconds?: number;
  /** Seconds before a new message can be received, 0 to 900. Default: 0. */
  delaySeconds?: number;
  /** How often a message is received before it is a dead letter, 1 to 1,000. Default: 5. */
  maxReceiveCount?: number;
  /** Seconds after which a message that waits is late, and an alarm says so; 60 or more. Default: 900. */
  lateAfterSeconds?: number;
  /** Customer-managed KMS key. Default: the key that SQS manages. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Alarms for messages that wait too long, and for dead letters. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}

/** What a queue has when its arguments do not say. */
export const queueDefaults = {
  fifo: false,
  visibilityTimeoutSeconds: 180,
  retentionSeconds: 345_600,
  delaySeconds: 0,
  maxReceiveCount: 5,
  lateAfterSeconds: 900,
};

/**
 * An SQS queue: encrypted, TLS only, with a dead letter queue for what could not be handled.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-best-practices.html
 */
export class Queue extends pulumi.ComponentResource {
  /** Logical name, as given to the constructor. */
  readonly name: string;
  readonly resource: aws.sqs.Queue;
  readonly deadLetterQueue: DeadLetterQueue;
  readonly arn: pulumi.Output<string>;
  readonly url: pulumi.Output<string>;
  readonly fifo: boolean;
  readonly visibilityTimeoutSeconds: number;
  /** The customer-managed key, if there is one: links to the queue bring the right to use it. */
  readonly kmsKeyArn?: pulumi.Input<string>;

  constructor(name: string, args: QueueArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:messaging:Queue", name, {}, opts);
    const settings = withDefaults(queueDefaults, args);
    new Check("Queue", name).args(args, queueProblems).done();
    const { fifo, kmsKeyArn, tags } = settings;
    const child = { parent: this };
    this.name = name;
    this.fifo = fifo;
    this.visibilityTimeoutSeconds = settings.visibilityTimeoutSeconds;
    this.kmsKeyArn = kmsKeyArn;

    this.deadLetterQueue = new DeadLetterQueue(`${name}-dead-letters`, { fifo, kmsKeyArn, tags }, child);
    this.resource = new aws.sqs.Queue(
      name,
      {
        ...(fifo && {
          fifoQueue: true,
          contentBasedDeduplication: true,
          // Each group has a throughput of its own, instead of one for the whole queue.
          deduplicationScope: "messageGroup",
          fifoThroughputLimit: "perMessageGroupId",
        }),
        visibilityTimeoutSeconds: settings.visibilityTimeoutSeconds,
        messageRetentionSeconds: settings.retentionSeconds,
        delaySeconds: settings.delaySeconds,
        redrivePolicy: pulumi.jsonStringify({
          deadLetterTargetArn: this.deadLetterQueue.arn,
          maxReceiveCount: settings.maxReceiveCount,
        }),
        ...(kmsKeyArn ? { kmsMasterKeyId: kmsKeyArn } : { sqsManagedSseEnabled: true }),
        tags,
      },
      child,
    );
    this.arn = this.resource.arn;
    this.url = this.resource.url;
    queuePolicy(name, this.resource, undefined, child);
    this.watch(settings);
    this.registerOutputs({ arn: this.arn, url: this.url });
  }

  /** Calls a function with the queue's messages. */
  onMessage(name: string, args: MessageReaderArgs): QueueConsumer {
    return new QueueConsumer(name, { ...args, queue: this }, { parent: this });
  }

  private watch({ lateAfterSeconds, alarms, tags }: QueueArgs & typeof queueDefaults): void {
    const { name } = this;
    alarm(
      `${name}-late`,
      {
        description: `Messages of ${name} wait for more than ${lateAfterSeconds} seconds`,
        namespace: "AWS/SQS",
        metricName: "ApproximateAgeOfOldestMessage",
        dimensions: { QueueName: this.resource.name },
        statistic: "Maximum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: lateAfterSeconds,
      },
      { ...alarms, tags },
      { parent: this },
    );
    const description = `Messages of ${name} could not be handled: they wait in its dead letter queue`;
    deadLetterAlarm(
      `${name}-dead-letters`,
      { queueName: this.deadLetterQueue.queue.name, description },
      { ...alarms, tags },
      { parent: this },
    );
  }
}

/** What cannot work of a queue's arguments. */
export function queueProblems(args: QueueArgs): Problem[] {
  const settings = withDefaults(queueDefaults, args);
  const { lateAfterSeconds } = settings;
  return new Problems()
    .range("visibilityTimeoutSeconds", settings.visibilityTimeoutSeconds, limits.sqs.visibilityTimeout)
    .range("retentionSeconds", settings.retentionSeconds, limits.sqs.retention)
    .range("delaySeconds", settings.delaySeconds, limits.sqs.delay)
    .range("maxReceiveCount", settings.maxReceiveCount, limits.sqs.receives)
    .that(
      Number.isInteger(lateAfterSeconds) && lateAfterSeconds >= 60,
      "lateAfterSeconds",
      lateAfterSeconds,
      "give 60 seconds or more: CloudWatch looks once a minute",
    ).list;
}
