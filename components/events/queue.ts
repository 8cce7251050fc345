import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alarm, deadLetterAlarm } from "../core/alarms";
import { Check } from "../core/check";
import { component } from "../core/component";
import { DeadLetterQueue, queuePolicy } from "../function/deadLetterQueue";
import { withDefaults } from "../core/defaults";
import { type MessageReaderArgs } from "./queueConsumerArgs";
import { QueueConsumer } from "./queueConsumer";
import { type QueueArgs, queueDefaults } from "./queueArgs";
import { queueProblems } from "./queueCheck";

/**
 * An SQS queue: encrypted, TLS only, with a dead letter queue for messages that cannot be handled.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-best-practices.html
 */
@component
export class Queue extends pulumi.ComponentResource {
  /** Logical name, as given to the constructor. */
  readonly name: string;
  readonly resource: aws.sqs.Queue;
  readonly deadLetterQueue: DeadLetterQueue;
  readonly arn: pulumi.Output<string>;
  readonly url: pulumi.Output<string>;
  readonly fifo: boolean;
  readonly visibilityTimeoutSeconds: number;
  /** The customer-managed key, if any; links to the queue grant its use too. */
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
          // Throughput is then by message group instead of for the whole queue.
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
