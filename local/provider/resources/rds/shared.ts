import type * as sdk from "@aws-sdk/client-rds";
import { type Aws } from "../../aws";
import { type NameRule } from "../../names";
import { type PropertyRule } from "../../resourceType";
import { removedTags, tagList, tagMap, type TagMap } from "../../shapes";

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

/** Arguments that a database of the emulator has no use for. */
export const unused: PropertyRule = { lacks: "the emulator's databases do without" };

/** What one PostgreSQL server, or none, leaves out of what was declared. */
export const missing = (engine: string | undefined): string[] =>
  engine?.includes("postgres")
    ? [
        "runs as one PostgreSQL server of this machine, with the sign-in and the roles of RDS: without encryption, backups, " +
          "insights, logs in CloudWatch, parameters, other zones and scaling",
      ]
    : ["is not run: the emulator has no MySQL"];

export const tagsOf = (list: sdk.Tag[] | undefined): TagMap | undefined => tagMap(list);

export async function updateTags(
  arn: string | undefined,
  old: TagMap | undefined,
  wanted: TagMap | undefined,
  { rds }: Aws,
): Promise<void> {
  const TagKeys = removedTags(old, wanted);
  if (TagKeys.length > 0) await rds.removeTagsFromResource({ ResourceName: arn, TagKeys });
  if (Object.keys(wanted ?? {}).length > 0) await rds.addTagsToResource({ ResourceName: arn, Tags: tagList(wanted) });
}

/** As the program reads the secret of the first user. */
export const secretsOf = (secret: sdk.MasterUserSecret | undefined) =>
  secret
    ? [{ secretArn: secret.SecretArn ?? "", secretStatus: secret.SecretStatus ?? "", kmsKeyId: secret.KmsKeyId ?? "" }]
    : [];
