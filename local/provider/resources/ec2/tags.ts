import { type ResourceType, type Tag } from "@aws-sdk/client-ec2";
import { type Tagging } from "../../frame/resourceType";
import { tagList, type TagMap } from "../../frame/shapes";

/** Tags as EC2 takes them with a create call. */
export function tagged(type: ResourceType, tags: TagMap | undefined): { ResourceType: ResourceType; Tags: Tag[] }[] {
  const list = tagList(tags);
  return list.length > 0 ? [{ ResourceType: type, Tags: list }] : [];
}

/** The tags of anything in EC2. */
export const tagging: Tagging<unknown> = {
  remove: (id, keys, { ec2 }) => ec2.deleteTags({ Resources: [id], Tags: keys.map((Key) => ({ Key })) }),
  add: (id, tags, { ec2 }) => ec2.createTags({ Resources: [id], Tags: tagList(tags) }),
};
