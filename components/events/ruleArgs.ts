import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type FunctionTarget } from "../function/target";
import { type Tags } from "../core/tags";

/** Arguments of an {@link EventRule}. */
export interface EventRuleArgs {
  /**
   * Which events match: each member a list of values or of comparisons. For example `{ source: ["shop"] }`.
   * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
   */
  pattern: Record<string, unknown>;
  /** What is called with each event that matches: 1 to 5. */
  functions: FunctionTarget[];
  /** Name or ARN of the event bus. Default: the account's default bus. */
  busName?: pulumi.Input<string>;
  /** Retries of a call that EventBridge could not make, 0 to 185. Default: 185, as EventBridge's own. */
  maximumRetryAttempts?: number;
  /** Seconds after which an event is given up, 60 to 86,400. Default: 3,600 (EventBridge's own is a day). */
  maximumEventAgeSeconds?: number;
  /** Default: true. */
  enabled?: boolean;
  /** Alarm for events that could not be handed over. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}

/** What a rule has when its arguments do not say. */
export const eventRuleDefaults = { maximumRetryAttempts: 185, maximumEventAgeSeconds: 3_600, enabled: true };
