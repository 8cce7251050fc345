import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type FunctionTarget } from "../function/target";
import { type Tags } from "../core/tags";

/** What a filter policy applies to. */
export const FilterScope = {
  MessageAttributes: "MessageAttributes",
  MessageBody: "MessageBody",
} as const;
export type FilterScope = (typeof FilterScope)[keyof typeof FilterScope];

/** How a function receives the messages of a topic. */
export interface TopicReaderArgs {
  /** Function to call with each message. */
  function: FunctionTarget;
  /**
   * Which messages to deliver, by up to 5 attributes. For example `{ type: ["order"] }`. Default: every message.
   * https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
   */
  filter?: Record<string, unknown>;
  /** Default: MessageAttributes, as in SNS. */
  filterScope?: FilterScope;
  /** Alarm for undelivered messages. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of every resource in the component that can have tags. */
  tags?: Tags;
}

/** A topic as its consumers see it, such as a `Topic`. */
export interface ConsumedTopic {
  readonly arn: pulumi.Output<string>;
}

/** Arguments of a {@link TopicConsumer}. */
export interface TopicConsumerArgs extends TopicReaderArgs {
  topic: ConsumedTopic;
}
