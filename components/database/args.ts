import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type PrivateNetwork } from "../network/privateNetwork";
import { type Tags } from "../core/tags";

/** What a database runs on. */
export const DatabaseKind = {
  /** Aurora Serverless v2 with PostgreSQL: scales by itself, 0.12 USD an hour for each capacity unit in use. */
  AuroraPostgresql: "aurora-postgresql",
  /** Aurora Serverless v2 with MySQL, at the same price. */
  AuroraMysql: "aurora-mysql",
  /** An instance of a fixed size with PostgreSQL. */
  Postgresql: "postgres",
} as const;
export type DatabaseKind = (typeof DatabaseKind)[keyof typeof DatabaseKind];

/** Defaults of a database's arguments. */
export const databaseDefaults = {
  databaseName: "app",
  minCapacity: 0.5,
  maxCapacity: 4,
  instanceClass: "db.t4g.medium",
  storageGb: 20,
  maxStorageGb: 100,
  instances: 2,
  proxyConnectionsPercent: 90,
  callsFunctions: false,
  adminThroughProxy: false,
  backupDays: 7,
  deletionProtection: true,
  logRetentionDays: 30,
};

/** Arguments of a {@link Database}. */
export interface DatabaseArgs {
  kind: DatabaseKind;
  /** The database and the proxy use its zones, two or more. */
  network: PrivateNetwork;
  /** Name of the first database: letters, digits and underscores, a letter first; at most 63. Default: app. */
  databaseName?: string;
  /** Aurora: least capacity in ACU (2 GiB of memory each), 0.5 to 256 in halves. Default: 0.5. */
  minCapacity?: number;
  /** Aurora: most capacity in ACU, 1 to 256 in halves; bounds the cost, and the connections. Default: 4. */
  maxCapacity?: number;
  /** PostgreSQL instance: its class, for example db.t4g.medium or db.r7g.large. Default: db.t4g.medium (about 53 USD a month). */
  instanceClass?: string;
  /** PostgreSQL instance: GB of storage, 20 or more. Default: 20. */
  storageGb?: number;
  /** PostgreSQL instance: GB that the storage may grow to by itself, more than storageGb. Default: 100. */
  maxStorageGb?: number;
  /**
   * Instances in different zones, 1 to 3 (a PostgreSQL instance: 1 or 2); with one, a failure causes an outage.
   * Default: 2.
   */
  instances?: number;
  /**
   * Share of the database's connections that the proxy may open, 1 to 100 %; the rest is for migrations. Default: 90.
   */
  proxyConnectionsPercent?: number;
  /** Let its SQL call functions: those of a {@link DatabaseCalls}. Default: false. */
  callsFunctions?: boolean;
  /** Let the first user sign in through the proxy too, for operators with the right rds-db:connect. Default: false. */
  adminThroughProxy?: boolean;
  /** Days that automatic backups are kept, 1 to 35. Default: 7. */
  backupDays?: number;
  /** Time of the daily backup in UTC, for example 03:00-04:00. Default: AWS chooses. */
  backupWindow?: string;
  /** Refuse to delete the database, and keep a final snapshot of it. Default: true. */
  deletionProtection?: boolean;
  /** Days that the logs of database and proxy are kept, one of CloudWatch's values. Default: 30. */
  logRetentionDays?: number;
  /** Customer-managed KMS key of storage, password and insights. Default: a new key (1 USD a month). */
  kmsKeyArn?: pulumi.Input<string>;
  /** Alarms for connections and capacity nearly used up. Default: on, with no action. */
  alarms?: AlarmArgs;
  tags?: Tags;
}

/** First user of a database. Not "admin", which PostgreSQL reserves; MySQL allows 16 characters. */
export const MASTER_USER = "master_user";

export const isAurora = (kind: DatabaseKind): boolean => kind !== DatabaseKind.Postgresql;
