import type * as sdk from "@aws-sdk/client-rds";
import { type NameRule } from "../../frame/names";
import { type PropertyRule, type Tagging } from "../../frame/resourceType";
import { tagList, tagMap, type TagMap } from "../../frame/shapes";

/** Names of clusters, instances and proxies. */
export const identifier: Omit<NameRule, "property"> = {
  maxLength: 63,
  pattern: /^[a-z][a-z0-9-]*$/i,
  allowed: "letters, digits and hyphens, a letter first",
};

/** Names of groups. */
export const groupName: Omit<NameRule, "property"> = {
  maxLength: 255,
  pattern: /^[a-z][a-z0-9.-]*$/i,
  allowed: "letters, digits, dots and hyphens, a letter first",
};

/** Arguments that the emulator's databases ignore. */
export const unused: PropertyRule = { notEmulated: "the emulator's databases do without" };

/** The gaps of a database, which runs as one PostgreSQL server or not at all. */
export const missing = (engine: string | undefined): string[] =>
  engine?.includes("postgres")
    ? [
        "runs as one PostgreSQL server of this machine, with the sign-in and the roles of RDS: without encryption, backups, " +
          "insights, logs in CloudWatch, parameters, other zones and scaling",
      ]
    : ["is not run: the emulator has no MySQL"];

export const readTags = (list: sdk.Tag[] | undefined): TagMap | undefined => tagMap(list);

/** The tags of anything in RDS, by its ARN. */
export const tagging: Tagging<{ arn?: string }> = {
  remove: (_id, TagKeys, { rds }, { arn }) => rds.removeTagsFromResource({ ResourceName: arn, TagKeys }),
  add: (_id, tags, { rds }, { arn }) => rds.addTagsToResource({ ResourceName: arn, Tags: tagList(tags) }),
};

/** The secret of the first user, in Pulumi's form. */
export const readSecrets = (secret: sdk.MasterUserSecret | undefined) =>
  secret
    ? [{ secretArn: secret.SecretArn ?? "", secretStatus: secret.SecretStatus ?? "", kmsKeyId: secret.KmsKeyId ?? "" }]
    : [];

/** The common arguments of clusters and instances that the emulator cannot change later. */
export const fixedAtCreation = (props: {
  readonly dbSubnetGroupName?: string | undefined;
  readonly engineVersion?: string | undefined;
  readonly iamDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly kmsKeyId?: string | undefined;
  readonly manageMasterUserPassword?: boolean | undefined;
  readonly masterUserSecretKmsKeyId?: string | undefined;
  readonly storageEncrypted?: boolean | undefined;
  readonly tags?: TagMap | undefined;
}) => ({
  DBSubnetGroupName: props.dbSubnetGroupName,
  EnableIAMDatabaseAuthentication: props.iamDatabaseAuthenticationEnabled,
  EngineVersion: props.engineVersion,
  KmsKeyId: props.kmsKeyId,
  ManageMasterUserPassword: props.manageMasterUserPassword,
  MasterUserSecretKmsKeyId: props.masterUserSecretKmsKeyId,
  StorageEncrypted: props.storageEncrypted,
  Tags: tagList(props.tags),
});

/** The final snapshot of a database, unless the program skips it. */
export const finalSnapshot = (known: { skipFinalSnapshot?: boolean; finalSnapshotIdentifier?: string }) => ({
  SkipFinalSnapshot: known.skipFinalSnapshot ?? false,
  FinalDBSnapshotIdentifier: known.skipFinalSnapshot ? undefined : known.finalSnapshotIdentifier,
});
