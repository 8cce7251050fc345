import type * as pulumi from "@pulumi/pulumi";
import { type Tags } from "../core/tags";

/** When to back tables up, and how long to keep the backups. */
export interface BackupArgs {
  /** cron(minutes hours day-of-month month day-of-week year). Default: cron(0 5 * * ? *), daily at 05:00. */
  schedule?: string;
  /** Time zone of the schedule, for example Europe/Berlin. Default: UTC. */
  timezone?: string;
  /** Days after which a backup is deleted, 1 or more. Default: 35. */
  deleteAfterDays?: number;
  /** Days after which a backup moves to cold storage, where it must stay for 90 days. Default: never. */
  coldStorageAfterDays?: number;
  /** Customer-managed KMS key of the vault. Default: the key that AWS Backup manages. */
  vaultKmsKeyArn?: pulumi.Input<string>;
  /** Delete the backups when the vault is destroyed. Default: false, and a vault with backups stops the destroy. */
  forceDestroy?: boolean;
}

/** Arguments of a {@link BackupPlan}. */
export interface BackupPlanArgs extends BackupArgs {
  /** DynamoDB tables (ARNs). */
  tableArns: pulumi.Input<string>[];
  /** Tags of every resource in the component that can have tags. */
  tags?: Tags;
}

/** Defaults of a plan's arguments. */
export const backupDefaults = { schedule: "cron(0 5 * * ? *)", timezone: "UTC", deleteAfterDays: 35 };
