import type * as sdk from "@aws-sdk/client-backup";
import type { Plan as PlanResource, PlanArgs } from "@pulumi/aws/backup/plan";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { backupName } from "./names";
import { notFound, tagging, readTags } from "./tags";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html */
export const Plan = resourceType<PlanArgs, PlanResource>({
  token: "aws:backup/plan:Plan",
  name: backupName,
  identity: [],
  properties: {
    advancedBackupSettings: {},
    name: { replace: true },
    rules: { required: true, idle: "no backup is made on schedule" },
    scanSettings: { notEmulated: "the emulator scans no backups" },
    tags,
  },
  outputs: { arn: "stable", version: "changes" },

  async create(props, { backup }) {
    const { BackupPlanId } = await backup.createBackupPlan({ BackupPlan: toPlan(props), BackupPlanTags: props.tags });
    return BackupPlanId!;
  },

  async read(BackupPlanId, aws) {
    const live = await unless(notFound, aws.backup.getBackupPlan({ BackupPlanId }));
    if (!live) return undefined;
    return {
      arn: live.BackupPlanArn,
      name: live.BackupPlan?.BackupPlanName,
      rules: fromAws(live.BackupPlan?.Rules, renames),
      version: live.VersionId,
      tags: await readTags(live.BackupPlanArn, aws),
    };
  },

  async update(BackupPlanId, props, _old, aws) {
    await aws.backup.updateBackupPlan({ BackupPlanId, BackupPlan: toPlan(props) });
  },

  tagging,

  async delete(BackupPlanId, { backup }) {
    await unless(notFound, backup.deleteBackupPlan({ BackupPlanId }));
  },
});

/** Where the names of the fields differ by more than their first letter. */
const renames = {
  schedule: "ScheduleExpression",
  startWindow: "StartWindowMinutes",
  completionWindow: "CompletionWindowMinutes",
  targetVaultName: "TargetBackupVaultName",
  deleteAfter: "DeleteAfterDays",
  coldStorageAfter: "MoveToColdStorageAfterDays",
};

const toPlan = ({ name, rules }: Inputs<PlanArgs>): sdk.BackupPlanInput => ({
  BackupPlanName: name,
  Rules: toAws(rules, renames),
});
