import { type Aws } from "../../aws";
import { removedTags, type TagMap } from "../../shapes";

export const notFound = ["ResourceNotFoundException"];

export async function tagsOf(ResourceArn: string | undefined, { backup }: Aws): Promise<TagMap> {
  const { Tags } = await backup.listTags({ ResourceArn });
  return Tags ?? {};
}

export async function retag(
  ResourceArn: string | undefined,
  old: TagMap | undefined,
  now: TagMap | undefined,
  { backup }: Aws,
): Promise<void> {
  const TagKeyList = removedTags(old, now);
  if (TagKeyList.length) await backup.untagResource({ ResourceArn, TagKeyList });
  if (now) await backup.tagResource({ ResourceArn, Tags: now });
}
