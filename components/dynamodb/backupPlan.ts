import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { serviceRole, type Statement } from "../core/permissions";
import { type BackupPlanArgs, backupDefaults } from "./backupPlanArgs";
import { backupProblems } from "./backupPlanCheck";

/**
 * Backups of DynamoDB tables by AWS Backup, in a separate vault, by a role that can back up only these tables.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_HowItWorksAWS.html
 */
@component
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

/** The rights of AWS's managed policy for backups, on these tables only. */
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
