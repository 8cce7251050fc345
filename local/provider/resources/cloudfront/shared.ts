import { removedTags, tagList, type TagMap, tagMap } from "../../shapes";
import { type Aws } from "../../aws";

/** A list as CloudFront writes it. */
export interface Items<T> {
  Quantity: number | undefined;
  Items?: T[];
}

export const items = <T>(list: readonly T[] | undefined): Items<T> => ({
  Quantity: list?.length ?? 0,
  ...(list?.length && { Items: [...list] }),
});

/** A list as CloudFront reads it back; undefined when it is empty. */
export const listed = <T>(block: { Items?: T[] } | undefined): T[] | undefined =>
  block?.Items?.length ? block.Items : undefined;

export async function readTags(Resource: string, { cloudfront }: Aws): Promise<TagMap> {
  const { Tags } = await cloudfront.listTagsForResource({ Resource });
  return tagMap(Tags?.Items);
}

export async function writeTags(
  Resource: string,
  old: TagMap | undefined,
  tags: TagMap | undefined,
  { cloudfront }: Aws,
): Promise<void> {
  const removed = removedTags(old, tags);
  const list = tagList(tags);
  if (removed.length) await cloudfront.untagResource({ Resource, TagKeys: { Items: removed } });
  if (list.length) await cloudfront.tagResource({ Resource, Tags: { Items: list } });
}
