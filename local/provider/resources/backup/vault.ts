import type { Vault as VaultResource, VaultArgs } from "@pulumi/aws/backup/vault";
import { unless } from "../../frame/errors";
import { resourceType, tags } from "../../frame/resourceType";
import { notFound, tagging, readTags } from "./tags";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html */
export const Vault = resourceType<VaultArgs, VaultResource>({
  token: "aws:backup/vault:Vault",
  name: {
    property: "name",
    maxLength: 50,
    pattern: /^[\w-]{2,}$/,
    allowed: "letters, digits, hyphens and underscores",
  },
  properties: {
    forceDestroy: { default: false },
    kmsKeyArn: { computed: true, replace: true, idle: "backups are not encrypted" },
    name: { replace: true },
    tags,
  },
  outputs: { arn: "stable", recoveryPoints: "changes" },

  async create({ name, kmsKeyArn, tags }, { backup }) {
    await backup.createBackupVault({ BackupVaultName: name, EncryptionKeyArn: kmsKeyArn, BackupVaultTags: tags });
    return name!;
  },

  async read(name, aws) {
    const live = await unless(notFound, aws.backup.describeBackupVault({ BackupVaultName: name }));
    if (!live) return undefined;
    return {
      arn: live.BackupVaultArn,
      kmsKeyArn: live.EncryptionKeyArn,
      name,
      recoveryPoints: live.NumberOfRecoveryPoints,
      tags: await readTags(live.BackupVaultArn, aws),
    };
  },

  tagging,

  async delete(name, { backup }) {
    await unless(notFound, backup.deleteBackupVault({ BackupVaultName: name }));
  },
});
