import type * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { type AlarmArgs } from "../core/alarms";
import { type FunctionTarget } from "../function/target";
import { type Tags } from "../core/tags";

/** Arguments of an {@link EventRule}. */
export interface EventRuleArgs {
  /**
   * Which events match: each member is a list of values or comparisons. For example `{ source: ["shop"] }`.
   * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
   */
  pattern: Record<string, unknown>;
  /** Functions to call with each matching event: 1 to 5. */
  functions: FunctionTarget[];
  /** Name or ARN of the event bus. Default: the account's default bus. */
  busName?: pulumi.Input<string>;
  /** Retries of a failed delivery, 0 to 185. Default: 185, as in EventBridge. */
  maximumRetryAttempts?: number;
  /**
   * Seconds after which an undelivered event goes to the dead letters, 60 to 86,400. Default: 3,600 (EventBridge's
   * default is a day).
   */
  maximumEventAgeSeconds?: number;
  /** Default: true. */
  enabled?: boolean;
  /** Alarm for undelivered events. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of every resource in the component that can have tags. */
  tags?: Tags;
}

/** Defaults of a rule's arguments. */
export const eventRuleDefaults = {
  maximumRetryAttempts: limits.eventbridge.retries.default,
  maximumEventAgeSeconds: 3_600,
  enabled: true,
};
