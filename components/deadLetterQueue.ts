import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const FOURTEEN_DAYS = 1_209_600;

/** Arguments of a {@link DeadLetterQueue}. */
export interface DeadLetterQueueArgs {
  /** Customer-managed KMS key; default: the key that SQS manages. */
  kmsKeyArn?: pulumi.Input<string>;
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * Where events end that could not be handled: encrypted, TLS only, kept for 14 days (the longest SQS offers).
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export class DeadLetterQueue extends pulumi.ComponentResource {
  readonly queue: aws.sqs.Queue;
  readonly arn: pulumi.Output<string>;
  readonly url: pulumi.Output<string>;
  /** The customer-managed key, if there is one: links to it bring the right to use the key. */
  readonly kmsKeyArn?: pulumi.Input<string>;

  constructor(name: string, args: DeadLetterQueueArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:messaging:DeadLetterQueue", name, {}, opts);
    const child = { parent: this };
    this.kmsKeyArn = args.kmsKeyArn;
    this.queue = new aws.sqs.Queue(
      name,
      {
        messageRetentionSeconds: FOURTEEN_DAYS,
        ...(args.kmsKeyArn ? { kmsMasterKeyId: args.kmsKeyArn } : { sqsManagedSseEnabled: true }),
        tags: args.tags,
      },
      child,
    );
    new aws.sqs.QueuePolicy(
      `${name}-tls`,
      {
        queueUrl: this.queue.url,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "TlsOnly",
              Effect: "Deny",
              Principal: "*",
              Action: "sqs:*",
              Resource: this.queue.arn,
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
          ],
        }),
      },
      child,
    );
    this.arn = this.queue.arn;
    this.url = this.queue.url;
    this.registerOutputs({ arn: this.arn, url: this.url });
  }
}
