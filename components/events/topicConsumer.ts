import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { type AlarmArgs, deadLetterAlarm } from "../core/alarms";
import { Check, type Problem, Problems } from "../core/check";
import { DeadLetterQueue } from "../function/deadLetterQueue";
import { type Function } from "../function/function";
import { type Tags } from "../core/tags";

/** What a filter policy looks at. */
export enum FilterScope {
  MessageAttributes = "MessageAttributes",
  MessageBody = "MessageBody",
}

/** How a function gets the messages of a topic. */
export interface TopicReaderArgs {
  /** What is called with each message. */
  function: Function;
  /**
   * Which messages come, by up to 5 attributes. For example `{ type: ["order"] }`. Default: every message.
   * https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
   */
  filter?: Record<string, unknown>;
  /** Default: MessageAttributes, as SNS' own. */
  filterScope?: FilterScope;
  /** Alarm for messages that could not be handed over. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}

/** What a topic shows to its consumers; a `Topic` is one. */
export interface ConsumedTopic {
  readonly arn: pulumi.Output<string>;
}

/** Arguments of a {@link TopicConsumer}. */
export interface TopicConsumerArgs extends TopicReaderArgs {
  topic: ConsumedTopic;
}

/** What cannot work of a consumer's arguments. */
export function topicConsumerProblems({ filter, filterScope }: TopicConsumerArgs): Problem[] {
  return new Problems()
    .range("filter.length", filter && Object.keys(filter).length, limits.sns.filterKeys)
    .that(!filterScope || filter !== undefined, "filter", filter, "a filterScope needs a filter").list;
}

/**
 * A function that gets the messages of a topic. What SNS cannot hand to Lambda is a dead letter here; what the function
 * gives up is one of the function's.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export class TopicConsumer extends pulumi.ComponentResource {
  readonly subscription: aws.sns.TopicSubscription;
  readonly deadLetterQueue: DeadLetterQueue;

  constructor(name: string, args: TopicConsumerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:messaging:TopicConsumer", name, {}, opts);
    const { topic, function: reader, filter, filterScope, alarms, tags } = args;
    new Check("TopicConsumer", name).args(args, topicConsumerProblems).done();
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
    const description = `SNS could not hand messages to ${name}: they wait in its dead letter queue`;
    deadLetterAlarm(
      `${name}-undelivered`,
      { queueName: this.deadLetterQueue.queue.name, description },
      { ...alarms, tags },
      child,
    );
    this.registerOutputs({ subscriptionArn: this.subscription.arn });
  }
}
