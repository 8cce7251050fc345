import type * as pulumi from "@pulumi/pulumi";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** What an event of Amazon RDS is about. */
export const DatabaseSourceType = {
  Instance: "db-instance",
  Cluster: "db-cluster",
  Snapshot: "db-snapshot",
  ClusterSnapshot: "db-cluster-snapshot",
  ParameterGroup: "db-parameter-group",
  Proxy: "db-proxy",
  BlueGreenDeployment: "blue-green-deployment",
} as const;
export type DatabaseSourceType = (typeof DatabaseSourceType)[keyof typeof DatabaseSourceType];

/** Category of an event. {@link eventCategories} lists those of each source. */
export const DatabaseEventCategory = {
  Availability: "availability",
  Backtrack: "backtrack",
  Backup: "backup",
  ConfigurationChange: "configuration change",
  Creation: "creation",
  Deletion: "deletion",
  Failover: "failover",
  Failure: "failure",
  GlobalFailover: "global-failover",
  LowStorage: "low storage",
  Maintenance: "maintenance",
  Migration: "migration",
  Notification: "notification",
  ReadReplica: "read replica",
  Recovery: "recovery",
  Restoration: "restoration",
  Security: "security",
  SecurityPatching: "security patching",
  Serverless: "serverless",
} as const;
export type DatabaseEventCategory = (typeof DatabaseEventCategory)[keyof typeof DatabaseEventCategory];

const Category = DatabaseEventCategory;

/** The categories of each source; RDS refuses subscriptions to others. */
export const eventCategories: Record<DatabaseSourceType, readonly DatabaseEventCategory[]> = {
  [DatabaseSourceType.Instance]: [
    Category.Availability,
    Category.Backtrack,
    Category.Backup,
    Category.ConfigurationChange,
    Category.Creation,
    Category.Deletion,
    Category.Failover,
    Category.Failure,
    Category.LowStorage,
    Category.Maintenance,
    Category.Notification,
    Category.ReadReplica,
    Category.Recovery,
    Category.Restoration,
    Category.Security,
    Category.SecurityPatching,
  ],
  [DatabaseSourceType.Cluster]: [
    Category.ConfigurationChange,
    Category.Creation,
    Category.Deletion,
    Category.Failover,
    Category.Failure,
    Category.GlobalFailover,
    Category.Maintenance,
    Category.Migration,
    Category.Notification,
    Category.Serverless,
  ],
  [DatabaseSourceType.Snapshot]: [Category.Creation, Category.Deletion, Category.Notification, Category.Restoration],
  [DatabaseSourceType.ClusterSnapshot]: [Category.Backup, Category.Notification],
  [DatabaseSourceType.ParameterGroup]: [Category.ConfigurationChange],
  [DatabaseSourceType.Proxy]: [Category.ConfigurationChange, Category.Creation, Category.Deletion, Category.Failure],
  [DatabaseSourceType.BlueGreenDeployment]: [
    Category.Creation,
    Category.Deletion,
    Category.Failure,
    Category.Notification,
  ],
};

/** Sources of one type, and the categories to publish. */
export interface DatabaseEventSourceArgs {
  type: DatabaseSourceType;
  /** Identifiers (no ARNs) of the sources. Default: all of this type in the account and Region. */
  ids?: pulumi.Input<string>[];
  /** Default: every category of the type. */
  categories?: DatabaseEventCategory[];
}

/** Arguments of a {@link DatabaseEvents}. */
export interface DatabaseEventsArgs extends PatternFunctionArgs {
  /** One for each type; each is one of the 20 subscriptions that RDS allows in a Region (adjustable). */
  sources: DatabaseEventSourceArgs[];
  /** Addresses that get each critical event; every one must confirm first. Default: none. */
  emails?: string[];
  /** Addresses that get every event, as RDS words it. Default: none. */
  everyEventEmails?: string[];
  /**
   * Key of the topic that RDS publishes to; its policy must admit events.rds.amazonaws.com. Default: a new key (1 USD a
   * month).
   */
  kmsKeyArn?: pulumi.Input<string>;
}
