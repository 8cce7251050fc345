import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { policyDocument, type ResourceStatement } from "../core/permissions";
import { type Tags } from "../core/tags";

/** Arguments of a {@link DeadLetterQueue}. */
export interface DeadLetterQueueArgs {
  /** For a FIFO queue or topic: its dead letters stay in order. Default: false. */
  fifo?: boolean;
  /** An AWS service that sends dead letters here, for one resource (ARN) of this account. Default: none. */
  sender?: { service: string; sourceArn: pulumi.Input<string> };
  /** Customer-managed KMS key; default: the key that SQS manages. */
  kmsKeyArn?: pulumi.Input<string>;
  tags?: Tags;
}

/** Whether a text is an IAM service principal. */
export const isService = (name: string): boolean => /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(name);
export const serviceRule = "give the principal of an AWS service, such as events.amazonaws.com";

/** Problems with a dead letter queue's arguments. */
export function deadLetterQueueProblems({ sender }: DeadLetterQueueArgs): Problem[] {
  if (!sender) return [];
  const { service, sourceArn } = sender;
  return new Problems()
    .that(isService(service), "sender.service", service, serviceRule)
    .that(
      typeof sourceArn !== "string" || sourceArn.startsWith("arn:"),
      "sender.sourceArn",
      sourceArn,
      "give the ARN of the resource for which the service sends",
    ).list;
}

/**
 * A queue for events that could not be handled: encrypted, TLS only, kept for 14 days (SQS's maximum).
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
@component
export class DeadLetterQueue extends pulumi.ComponentResource {
  readonly queue: aws.sqs.Queue;
  readonly arn: pulumi.Output<string>;
  readonly url: pulumi.Output<string>;
  /** The customer-managed key, if any; links to the queue grant its use too. */
  readonly kmsKeyArn?: pulumi.Input<string>;

  constructor(name: string, args: DeadLetterQueueArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:messaging:DeadLetterQueue", name, {}, opts);
    new Check("DeadLetterQueue", name).args(args, deadLetterQueueProblems).done();
    const child = { parent: this };
    this.kmsKeyArn = args.kmsKeyArn;
    this.queue = new aws.sqs.Queue(
      name,
      {
        messageRetentionSeconds: limits.sqs.retention.max,
        ...(args.fifo && { fifoQueue: true }),
        ...(args.kmsKeyArn ? { kmsMasterKeyId: args.kmsKeyArn } : { sqsManagedSseEnabled: true }),
        tags: args.tags,
      },
      child,
    );
    queuePolicy(name, this.queue, args.sender, child);
    this.arn = this.queue.arn;
    this.url = this.queue.url;
    this.registerOutputs({ arn: this.arn, url: this.url });
  }
}

/** Requires TLS, and allows the named service to send for one resource. */
export function queuePolicy(
  name: string,
  queue: aws.sqs.Queue,
  sender: DeadLetterQueueArgs["sender"],
  opts: pulumi.CustomResourceOptions,
): aws.sqs.QueuePolicy {
  const statements: ResourceStatement[] = [
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Resource: queue.arn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
  if (sender) {
    statements.push({
      Effect: "Allow",
      Principal: { Service: sender.service },
      Action: "sqs:SendMessage",
      Resource: queue.arn,
      Condition: { ArnEquals: { "aws:SourceArn": sender.sourceArn } },
    });
  }
  return new aws.sqs.QueuePolicy(`${name}-tls`, { queueUrl: queue.url, policy: policyDocument(statements) }, opts);
}
