import type { KeyValueStore as StoreResource, KeyValueStoreArgs } from "@pulumi/aws/cloudfront/keyValueStore";
import { unless } from "../../frame/errors";
import { wordCharacters } from "../../frame/names";
import { resourceType, tags } from "../../frame/resourceType";
import { tagList, timestamp } from "../../frame/shapes";
import { readTags, tagging } from "./shared";

const notFound = ["EntityNotFound"];

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateKeyValueStore.html */
export const KeyValueStore = resourceType<KeyValueStoreArgs, StoreResource>({
  token: "aws:cloudfront/keyValueStore:KeyValueStore",
  name: { property: "name", maxLength: 64, ...wordCharacters },
  global: true,
  properties: { comment: {}, name: { replace: true }, tags, timeouts: {} },
  outputs: { arn: "stable", etag: "changes", lastModifiedTime: "changes" },

  async create({ name, comment, tags: given }, { cloudfront }) {
    const list = tagList(given);
    await cloudfront.createKeyValueStore({
      Name: name,
      Comment: comment,
      Tags: list.length ? { Items: list } : undefined,
    });
    return name!;
  },

  async read(Name, aws) {
    const found = await unless(notFound, aws.cloudfront.describeKeyValueStore({ Name }));
    const store = found?.KeyValueStore;
    if (!found || !store) return undefined;
    return {
      arn: store.ARN,
      comment: store.Comment || undefined,
      etag: found.ETag,
      lastModifiedTime: timestamp(store.LastModifiedTime),
      name: Name,
      tags: await readTags(store.ARN!, aws),
    };
  },

  async update(Name, { comment = "" }, _old, aws) {
    const { ETag } = await aws.cloudfront.describeKeyValueStore({ Name });
    await aws.cloudfront.updateKeyValueStore({ Name, IfMatch: ETag, Comment: comment });
  },

  tagging,

  async delete(Name, { cloudfront }) {
    const found = await unless(notFound, cloudfront.describeKeyValueStore({ Name }));
    if (found) await unless(notFound, cloudfront.deleteKeyValueStore({ Name, IfMatch: found.ETag }));
  },
});
