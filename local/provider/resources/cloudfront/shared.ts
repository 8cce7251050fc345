import { type Tagging } from "../../frame/resourceType";
import { tagList, type TagMap, tagMap } from "../../frame/shapes";
import { type Aws } from "../../frame/aws";

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

export const tagging: Tagging<{ arn?: string }> = {
  remove: (_id, Items, { cloudfront }, { arn }) => cloudfront.untagResource({ Resource: arn, TagKeys: { Items } }),
  add: (_id, tags, { cloudfront }, { arn }) =>
    cloudfront.tagResource({ Resource: arn, Tags: { Items: tagList(tags) } }),
};
