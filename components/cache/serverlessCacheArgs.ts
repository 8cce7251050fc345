import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type PrivateNetwork } from "../network/privateNetwork";
import { type Tags } from "../core/tags";

/** Defaults of a cache's arguments: the smallest bounds, so that it cannot cost much by mistake. */
export const serverlessCacheDefaults = { maxStorageGb: 1, maxEcpuPerSecond: 1_000, snapshotDays: 0 };

/** Arguments of a {@link ServerlessCache}. */
export interface ServerlessCacheArgs {
  /** The cache uses its two or three zones. */
  network: PrivateNetwork;
  /** Most GB that it holds, 1 to 5,000; a full cache evicts the least recently used items. Default: 1. */
  maxStorageGb?: number;
  /**
   * Most processing units a second, 1,000 to 15,000,000 (one for each KB of a simple command); above, it throttles.
   * Default: 1,000.
   */
  maxEcpuPerSecond?: number;
  /** Days that daily snapshots are kept, 0 to 35; 0 for none. Default: 0, since a cache can be filled again. */
  snapshotDays?: number;
  /** Time of the daily snapshot in UTC, for example 04:30. Default: AWS chooses. */
  snapshotTime?: string;
  /** Customer-managed KMS key of the data at rest. Default: a key that ElastiCache owns, at no cost. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Alarms for throttled commands and for storage in use. Default: on, with no action. */
  alarms?: AlarmArgs;
  tags?: Tags;
}
