import type * as pulumi from "@pulumi/pulumi";
import { type TableArgs } from "./args";

/** Whether a read in one Region sees a write in another. */
export const Consistency = {
  /** Writes reach the other Regions within about a second; the last writer of an item wins. */
  Eventual: "EVENTUAL",
  /** A consistent read sees every write in any Region; each write waits for a second Region. */
  Strong: "STRONG",
} as const;
export type Consistency = (typeof Consistency)[keyof typeof Consistency];

/** The table in another Region. */
export interface ReplicaArgs {
  /** For example eu-west-2. */
  region: string;
  /** Customer-managed KMS key of that Region; required if the table has one. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Point-in-time recovery. Default: true. */
  pointInTimeRecovery?: boolean;
  /** Refuse to delete the replica. Default: as the table. */
  deletionProtection?: boolean;
  /** Give the replica the table's tags. Default: true. */
  propagateTags?: boolean;
}

/** Arguments of a {@link GlobalTable}. */
export interface GlobalTableArgs extends TableArgs {
  /** One or more; with strong consistency two, or one and a witness. */
  replicas: ReplicaArgs[];
  /** It cannot be changed later. Default: Eventual. */
  consistency?: Consistency;
  /** Region that votes on writes without holding a table, for strong consistency with one replica. */
  witnessRegion?: string;
}

/** Defaults of a global table's arguments. */
export const globalTableDefaults = { consistency: Consistency.Eventual };
