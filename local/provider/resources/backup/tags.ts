import { type Aws } from "../../frame/aws";
import { type Tagging } from "../../frame/resourceType";
import { type TagMap } from "../../frame/shapes";

export const notFound = ["ResourceNotFoundException"];

export async function readTags(ResourceArn: string | undefined, { backup }: Aws): Promise<TagMap> {
  const { Tags } = await backup.listTags({ ResourceArn });
  return Tags ?? {};
}

export const tagging: Tagging<{ arn?: string }> = {
  remove: (_id, TagKeyList, { backup }, { arn }) => backup.untagResource({ ResourceArn: arn, TagKeyList }),
  add: (_id, Tags, { backup }, { arn }) => backup.tagResource({ ResourceArn: arn, Tags }),
};
