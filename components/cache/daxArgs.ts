import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type PrivateNetwork } from "../network/privateNetwork";
import { type Table } from "../dynamodb/table";
import { type Tags } from "../core/tags";

/**
 * Node types, with USD a month for one node in us-east-1. The small ones (t3, t2) are burstable: for trials and light
 * use. Changing the type replaces the cluster.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/dax-cluster-sizing.html
 * https://aws.amazon.com/dynamodb/pricing/
 */
export const DaxNodeType = {
  /** 2 GB; about 29 USD. */
  T3Small: "dax.t3.small",
  /** 4 GB; about 58 USD. */
  T3Medium: "dax.t3.medium",
  /** 16 GB; about 186 USD. */
  R5Large: "dax.r5.large",
  /** 32 GB; about 373 USD. */
  R5XLarge: "dax.r5.xlarge",
  /** 64 GB; about 745 USD. */
  R5XLarge2: "dax.r5.2xlarge",
  /** 128 GB; about 1,490 USD. */
  R5XLarge4: "dax.r5.4xlarge",
  /** 256 GB; about 2,981 USD. */
  R5XLarge8: "dax.r5.8xlarge",
} as const;
export type DaxNodeType = (typeof DaxNodeType)[keyof typeof DaxNodeType];

/** A table that a cluster caches. */
export interface CachedTable {
  table: Table;
  /**
   * Functions may also write through the cluster. Default: false, and after writes to the table they read old items for
   * a while.
   */
  writes?: boolean;
}

/** Arguments of a {@link DaxCluster}. */
export interface DaxClusterArgs {
  /** The network of its nodes, which are spread over the zones. */
  network: PrivateNetwork;
  /** One or more tables that it may read, and write if `writes` is set. It reaches no others. */
  tables: CachedTable[];
  /** Default: dax.t3.small. A change replaces the cluster. */
  nodeType?: DaxNodeType;
  /**
   * 1 to 11: one primary and read replicas. Default: 3, as AWS advises for production; with 1, a failure stops
   * everything.
   */
  nodes?: number;
  /** Seconds that an item is served from memory, 0 or more. Default: 300, as in DAX. */
  itemTtlSeconds?: number;
  /** Seconds that the result of a query or scan is served from memory, 0 or more. Default: 300, as in DAX. */
  queryTtlSeconds?: number;
  /** Weekly time of updates in UTC, for example sun:05:00-sun:06:00. Default: AWS chooses. */
  maintenanceWindow?: string;
  /** Topic that gets a message for failovers and new nodes. Default: none. */
  notificationTopicArn?: pulumi.Input<string>;
  /** Alarms for busy nodes and refused requests. Default: on, with no action. */
  alarms?: AlarmArgs;
  tags?: Tags;
}
