import type { Selection as SelectionResource, SelectionArgs } from "@pulumi/aws/backup/selection";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";
import { backupName } from "./names";
import { notFound } from "./tags";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupSelection.html */
export const Selection = resourceType<SelectionArgs, SelectionResource>({
  token: "aws:backup/selection:Selection",
  name: backupName,
  identity: [],
  properties: {
    conditions: { computed: true, notEmulated: "the emulator selects by ARN only" },
    iamRoleArn: { required: true },
    name: {},
    notResources: { computed: true, unordered: true },
    planId: { required: true },
    resources: { unordered: true },
    selectionTags: { notEmulated: "the emulator selects by ARN only" },
  },
  outputs: {},

  async create({ planId, name, iamRoleArn, resources, notResources }, { backup }) {
    const { SelectionId } = await backup.createBackupSelection({
      BackupPlanId: planId,
      BackupSelection: {
        SelectionName: name,
        IamRoleArn: iamRoleArn,
        Resources: resources,
        NotResources: notResources,
      },
    });
    return SelectionId!;
  },

  async read(SelectionId, { backup }, { planId }) {
    const live = await unless(notFound, backup.getBackupSelection({ BackupPlanId: planId, SelectionId }));
    const selection = live?.BackupSelection;
    if (!selection) return undefined;
    return {
      planId,
      name: selection.SelectionName,
      iamRoleArn: selection.IamRoleArn,
      resources: selection.Resources,
      notResources: selection.NotResources ?? [],
    };
  },

  async delete(SelectionId, { backup }, { planId }) {
    await unless(notFound, backup.deleteBackupSelection({ BackupPlanId: planId, SelectionId }));
  },
});
