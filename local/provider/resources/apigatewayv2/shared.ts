import { type Aws } from "../../aws";
import { removedTags, type TagMap } from "../../shapes";

/** Import ids of the form `API/ID`. */
export const fromApi = (id: string) => {
  const [apiId, own] = id.split("/");
  return { id: own, known: { apiId } };
};

/** Brings the tags of an API, a stage or a domain name from the old to the new. */
export async function tag(
  apigatewayv2: Aws["apigatewayv2"],
  ResourceArn: string | undefined,
  olds: TagMap | undefined,
  news: TagMap | undefined,
): Promise<void> {
  const TagKeys = removedTags(olds, news);
  if (TagKeys.length) await apigatewayv2.untagResource({ ResourceArn, TagKeys });
  if (news) await apigatewayv2.tagResource({ ResourceArn, Tags: news });
}
