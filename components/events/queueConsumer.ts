import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { policyDocument } from "../core/permissions";
import { filterCriteria } from "./streamReader";
import { type QueueConsumerArgs, queueConsumerDefaults } from "./queueConsumerArgs";
import { queueConsumerProblems } from "./queueConsumerCheck";
import { asCallee } from "../function/target";

/**
 * Calls a function with the messages of a queue. Failed messages return to the queue, and finally go to its dead
 * letters.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
@component
export class QueueConsumer extends pulumi.ComponentResource {
  readonly mapping: aws.lambda.EventSourceMapping;

  constructor(name: string, args: QueueConsumerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:messaging:QueueConsumer", name, {}, opts);
    new Check("QueueConsumer", name).args(args, queueConsumerProblems).done();
    const child = { parent: this };
    const settings = withDefaults(queueConsumerDefaults, args);
    const { queue } = settings;
    const reader = asCallee(settings.function);
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
