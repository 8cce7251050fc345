import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { Check, type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { serviceRole, type Statement } from "../core/permissions";
import { isTimezone, scheduleProblem } from "../events/schedule";
import { type Tags } from "../core/tags";

/** When tables are backed up, and for how long the backups are kept. */
export interface BackupArgs {
  /** cron(minutes hours day-of-month month day-of-week year). Default: cron(0 5 * * ? *), each day at five. */
  schedule?: string;
  /** Time zone of the schedule, for example Europe/Berlin. Default: UTC. */
  timezone?: string;
  /** Days after which a backup is deleted, 1 or more. Default: 35. */
  deleteAfterDays?: number;
  /** Days after which a backup moves to cold storage, where it must stay for 90. Default: never. */
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
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}

/** What a plan has when its arguments do not say. */
export const backupDefaults = { schedule: "cron(0 5 * * ? *)", timezone: "UTC", deleteAfterDays: 35 };

/**
 * Backups of DynamoDB tables by AWS Backup, in a vault of their own, by a role that can back up just these.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_HowItWorksAWS.html
 */
export class BackupPlan extends pulumi.ComponentResource {
  readonly vault: aws.backup.Vault;
  readonly plan: aws.backup.Plan;

  constructor(name: string, args: BackupPlanArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:BackupPlan", name, {}, opts);
    const { schedule, timezone, deleteAfterDays, coldStorageAfterDays, tags, ...settings } = withDefaults(
      backupDefaults,
      args,
    );
    new Check("BackupPlan", name).args(args, backupProblems).done();
    const child = { parent: this };

    this.vault = new aws.backup.Vault(
      name,
      { kmsKeyArn: settings.vaultKmsKeyArn, forceDestroy: settings.forceDestroy ?? false, tags },
      child,
    );
    this.plan = new aws.backup.Plan(
      `${name}-plan`,
      {
        rules: [
          {
            ruleName: "scheduled",
            targetVaultName: this.vault.name,
            schedule,
            scheduleExpressionTimezone: timezone,
            lifecycle: { deleteAfter: deleteAfterDays, coldStorageAfter: coldStorageAfterDays },
          },
        ],
        tags,
      },
      child,
    );
    const { role, policies } = serviceRole(
      name,
      { service: "backup.amazonaws.com", rights: { backup: backUp(settings.tableArns, this.vault.arn) }, tags },
      child,
    );
    new aws.backup.Selection(
      `${name}-tables`,
      { planId: this.plan.id, iamRoleArn: role.arn, resources: settings.tableArns },
      { ...child, dependsOn: policies },
    );
    this.registerOutputs({ vaultName: this.vault.name });
  }
}

/** What AWS's own managed policy for backups grants on every table, on these tables only. */
const backUp = (tableArns: pulumi.Input<string>[], vaultArn: pulumi.Input<string>): Statement[] => [
  {
    Action: [
      "dynamodb:DescribeTable",
      "dynamodb:CreateBackup",
      "dynamodb:StartAwsBackupJob",
      "dynamodb:ListTagsOfResource",
    ],
    Resource: tableArns,
  },
  {
    Action: ["dynamodb:DescribeBackup", "dynamodb:DeleteBackup"],
    Resource: tableArns.map((arn) => pulumi.interpolate`${arn}/backup/*`),
  },
  { Action: ["backup:DescribeBackupVault", "backup:CopyIntoBackupVault"], Resource: vaultArn },
];

/** What cannot work of the arguments for backups. */
export function backupProblems(args: BackupArgs): Problem[] {
  const { schedule, timezone, deleteAfterDays } = withDefaults(backupDefaults, args);
  const cold = args.coldStorageAfterDays;
  const { min, page } = limits.backup.coldStorageDays;
  return new Problems()
    .that(
      schedule.startsWith("cron(") && scheduleProblem(schedule) === undefined,
      "schedule",
      schedule,
      `AWS Backup takes a cron expression; ${scheduleProblem(schedule) ?? "give one such as cron(0 5 * * ? *)"}`,
    )
    .that(isTimezone(timezone), "timezone", timezone, "give an IANA name such as Europe/Berlin")
    .bounds("deleteAfterDays", deleteAfterDays, { min: 1, max: 2 ** 31 - 1 }, "days")
    .that(
      cold === undefined || (cold >= 1 && deleteAfterDays >= cold + min),
      "coldStorageAfterDays",
      cold,
      `a backup stays ${min} days in cold storage: deleteAfterDays must be ${(cold ?? 0) + min} or more (${page})`,
    ).list;
}
