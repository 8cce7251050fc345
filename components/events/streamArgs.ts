import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type Tags } from "../core/tags";

/** Arguments of an {@link EventStream}. */
export interface EventStreamArgs {
  /** Shards, each for 1 MB or 1,000 records a second; about 11 USD a month each. Default: 0, as many as it takes (about 29 USD a month). */
  shards?: number;
  /** Hours that a record is kept, 24 to 8,760. Default: 24, as Kinesis' own. */
  retentionHours?: number;
  /** Customer-managed KMS key. Default: the key that Kinesis manages. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Alarm for records that were refused. Default: on, with no action. */
  alarms?: AlarmArgs;
  tags?: Tags;
}

/** Arguments of {@link EventStream.ingestRoutes}. */
export interface IngestRoutesArgs {
  /** For example /events: one event is posted there, and many to /events/batch. */
  path: string;
  /** Member of an event (a text) that decides on its shard: events with the same one stay in order. Default: source. */
  partitionKey?: string;
  /** JSON schema (draft 4) of an event; it must require the partition key. Default: the texts source and type, and an object data. */
  event?: Record<string, unknown>;
  /** Default: that of the API. */
  authorizer?: string;
}

/** What an event stream has when its arguments do not say. */
export const eventStreamDefaults = { shards: 0, retentionHours: 24 };
