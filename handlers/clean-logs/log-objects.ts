/** The log bucket and the cursor over S3. Rights: s3:ListBucket and s3:DeleteObject there; the state key read, written, deleted. */
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { z } from "zod";

import { isMissing } from "../aws";
import { logger } from "../telemetry";
import { type Cursor, type LogObjects } from "./clean";
import { type Settings } from "./settings";

/**
 * Listed from a key on, not by continuation tokens, so that any run can go on where another stopped. General purpose buckets list in
 * the order of keys. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export const logObjects = (s3: S3Client, { LOGS_BUCKET: Bucket, LOGS_PREFIX: Prefix }: Settings): LogObjects => ({
  async list(after) {
    const list = await s3.send(new ListObjectsV2Command({ Bucket, Prefix, StartAfter: after, MaxKeys: 1000 }));
    const objects = (list.Contents ?? []).map(({ Key = "", Size = 0, LastModified = new Date() }) => ({
      key: Key,
      bytes: Size,
      modified: LastModified,
    }));
    return { objects, more: list.IsTruncated === true };
  },
  async remove(keys) {
    const Delete = { Objects: keys.map((Key) => ({ Key })), Quiet: true };
    const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete }));
    return Errors.map(({ Key = "", Code, Message }) => ({ what: Key, why: `${Code}: ${Message}` }));
  },
});

const savedCursor = z.object({ bucket: z.string(), prefix: z.string(), after: z.string() });

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A cursor of another bucket or prefix, or one that cannot be parsed, is ignored: the run starts from the first key, which is always safe. */
export function stateCursor(s3: S3Client, settings: Settings): Cursor {
  const { LOGS_BUCKET: bucket, LOGS_PREFIX: prefix } = settings;
  const place = { Bucket: settings.STATE_BUCKET, Key: settings.STATE_KEY };

  async function read(): Promise<string | undefined> {
    try {
      const { Body } = await s3.send(new GetObjectCommand(place));
      return await Body?.transformToString();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  return {
    async load() {
      const text = await read();
      if (text === undefined) return undefined;
      const { data } = savedCursor.safeParse(parse(text));
      if (data?.bucket === bucket && data.prefix === prefix) return data.after;
      logger.warn("the saved cursor is of another bucket or prefix: starting from the first key", { ...place });
      return undefined;
    },
    async save(after) {
      const Body = JSON.stringify({ bucket, prefix, after, savedAt: new Date().toISOString() });
      await s3.send(new PutObjectCommand({ ...place, Body, ContentType: "application/json" }));
    },
    async remove() {
      await s3.send(new DeleteObjectCommand(place));
    },
  };
}
