import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type FunctionTarget } from "../function/target";
import { type Tags } from "../core/tags";

/** What a filter policy looks at. */
export const FilterScope = {
  MessageAttributes: "MessageAttributes",
  MessageBody: "MessageBody",
} as const;
export type FilterScope = (typeof FilterScope)[keyof typeof FilterScope];

/** How a function gets the messages of a topic. */
export interface TopicReaderArgs {
  /** What is called with each message. */
  function: FunctionTarget;
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
