import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { deadLetterAlarm } from "../core/alarms";
import { Check } from "../core/check";
import { component } from "../core/component";
import { DeadLetterQueue } from "../function/deadLetterQueue";
import { FilterScope, type TopicConsumerArgs } from "./topicConsumerArgs";
import { topicConsumerProblems } from "./topicConsumerCheck";
import { asCallee } from "../function/target";

/**
 * Calls a function with the messages of a topic. Messages that SNS cannot deliver to Lambda become dead letters here;
 * those that the function fails on become the function's.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
@component
export class TopicConsumer extends pulumi.ComponentResource {
  readonly subscription: aws.sns.TopicSubscription;
  readonly deadLetterQueue: DeadLetterQueue;

  constructor(name: string, args: TopicConsumerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:messaging:TopicConsumer", name, {}, opts);
    const { topic, filter, filterScope, alarms, tags } = args;
    new Check("TopicConsumer", name).args(args, topicConsumerProblems).done();
    const reader = asCallee(args.function);
    const child = { parent: this };
    this.deadLetterQueue = new DeadLetterQueue(
      `${name}-undelivered`,
      { sender: { service: "sns.amazonaws.com", sourceArn: topic.arn }, tags },
      child,
    );
    const permission = new aws.lambda.Permission(
      `${name}-from-topic`,
      {
        action: "lambda:InvokeFunction",
        function: reader.functionName,
        qualifier: reader.alias?.name,
        principal: "sns.amazonaws.com",
        sourceArn: topic.arn,
      },
      child,
    );
    this.subscription = new aws.sns.TopicSubscription(
      name,
      {
        topic: topic.arn,
        protocol: "lambda",
        endpoint: reader.invokeTargetArn,
        ...(filter && {
          filterPolicy: JSON.stringify(filter),
          filterPolicyScope: filterScope ?? FilterScope.MessageAttributes,
        }),
        redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: this.deadLetterQueue.arn }),
      },
      { ...child, dependsOn: [permission] },
    );
    const description = `SNS could not deliver messages to ${name}: they wait in its dead letter queue`;
    deadLetterAlarm(
      `${name}-undelivered`,
      { queueName: this.deadLetterQueue.queue.name, description },
      { ...alarms, tags },
      child,
    );
    this.registerOutputs({ subscriptionArn: this.subscription.arn });
  }
}
