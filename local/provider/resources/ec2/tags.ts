import { type ResourceType, type Tag } from "@aws-sdk/client-ec2";
import { type Aws } from "../../aws";
import { removedTags, tagList, type TagMap } from "../../shapes";

/** Tags as EC2 takes them with a create call. */
export function tagged(type: ResourceType, tags: TagMap | undefined): { ResourceType: ResourceType; Tags: Tag[] }[] {
  const list = tagList(tags);
  return list.length > 0 ? [{ ResourceType: type, Tags: list }] : [];
}

/** Makes the tags of anything in EC2 those of the new arguments. */
export async function updateTags(id: string, olds: TagMap | undefined, news: TagMap | undefined, { ec2 }: Aws) {
  const gone = removedTags(olds, news);
  if (gone.length > 0) await ec2.deleteTags({ Resources: [id], Tags: gone.map((Key) => ({ Key })) });
  const list = tagList(news);
  if (list.length > 0) await ec2.createTags({ Resources: [id], Tags: list });
}
