import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type PrivateNetwork } from "../network/privateNetwork";
import { type Tags } from "../core/tags";

/** What a cache has when its arguments do not say: the smallest bounds, so that it cannot cost much by mistake. */
export const serverlessCacheDefaults = { maxStorageGb: 1, maxEcpuPerSecond: 1_000, snapshotDays: 0 };

/** Arguments of a {@link ServerlessCache}. */
export interface ServerlessCacheArgs {
  /** Its two or three zones are the cache's. */
  network: PrivateNetwork;
  /** Most GB that it holds, 1 to 5,000: then it evicts, oldest use first. Default: 1. */
  maxStorageGb?: number;
  /** Most processing units a second, 1,000 to 15,000,000 (one for each KB of a simple command): then it throttles. Default: 1,000. */
  maxEcpuPerSecond?: number;
  /** Days that daily snapshots are kept, 0 to 35; 0 for none. Default: 0: what is in a cache can be read again. */
  snapshotDays?: number;
  /** Time of the daily snapshot in UTC, for example 04:30. Default: AWS chooses. */
  snapshotTime?: string;
  /** Customer-managed KMS key of the data at rest. Default: a key of ElastiCache's own, at no cost. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Alarms for throttled commands and for storage in use. Default: on, with no action. */
  alarms?: AlarmArgs;
  tags?: Tags;
}
