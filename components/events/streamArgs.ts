import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type Tags } from "../core/tags";

/** Arguments of an {@link EventStream}. */
export interface EventStreamArgs {
  /**
   * Shards, each for 1 MB or 1,000 records a second; about 11 USD a month each. Default: 0, for on-demand capacity
   * (about 29 USD a month).
   */
  shards?: number;
  /** Hours that a record is kept, 24 to 8,760. Default: 24, as in Kinesis. */
  retentionHours?: number;
  /** Customer-managed KMS key. Default: the key that Kinesis manages. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Alarm for refused records. Default: on, with no action. */
  alarms?: AlarmArgs;
  tags?: Tags;
}

/** Arguments of {@link EventStream.ingestRoutes}. */
export interface IngestRoutesArgs {
  /** For example /events: callers post one event there, and many to /events/batch. */
  path: string;
  /** Text member of an event that selects its shard: events with the same value stay in order. Default: source. */
  partitionKey?: string;
  /** JSON schema (draft 4) of an event; it must require the partition key. Default: the texts source and type, and an object data. */
  event?: Record<string, unknown>;
  /** Default: that of the API. */
  authorizer?: string;
}

/** Defaults of an event stream's arguments. */
export const eventStreamDefaults = { shards: 0, retentionHours: 24 };
