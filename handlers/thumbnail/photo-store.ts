/**
 * The two buckets over S3. Rights: s3:GetObject on the uploads, s3:ListBucket on both (a missing key is 404 only with it);
 * s3:PutObject, s3:GetObject and s3:DeleteObject on `thumbnails/*` and `rejected/*`.
 */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { type Readable } from "node:stream";

import { isMissing, unlessMissing } from "../aws";
import { isThumbnailKey, rejectionKey, thumbnailFolder, thumbnailKey } from "./keys";
import { type Photo, type PhotoStore } from "./thumbnails";

/** A thumbnail may be replaced under its key, so caches ask again after an hour. */
const CACHE_CONTROL = "public, max-age=3600";

/** Into one buffer of the known size: collecting chunks and joining them would need the memory twice. */
async function read(body: Readable, bytes: number): Promise<Buffer> {
  const data = Buffer.allocUnsafeSlow(bytes);
  let offset = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    offset += chunk.copy(data, offset);
  }
  if (offset !== bytes) throw new Error(`the download ended after ${offset} of ${bytes} bytes`);
  return data;
}

/** The photo `key` of `uploads` and what is made of it in `thumbnails`. */
export function photoStore(s3: S3Client, uploads: string, thumbnails: string, key: string): PhotoStore {
  const source = { Bucket: uploads, Key: key };
  const remove = (Key: string) => s3.send(new DeleteObjectCommand({ Bucket: thumbnails, Key }));

  async function download({ etag, bytes }: Photo): Promise<Buffer | undefined> {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ ...source, IfMatch: `"${etag}"` }));
      return await read(Body as Readable, bytes);
    } catch (error) {
      if (isMissing(error) || (error as Error).name === "PreconditionFailed") return undefined;
      throw error;
    }
  }

  return {
    async photo() {
      const head = await unlessMissing(s3.send(new HeadObjectCommand(source)));
      if (!head) return undefined;
      return { etag: head.ETag?.replaceAll('"', "") ?? "", bytes: head.ContentLength ?? 0, versionId: head.VersionId };
    },
    download,
    async origin(rendition) {
      const Key = thumbnailKey(key, rendition);
      const head = await unlessMissing(s3.send(new HeadObjectCommand({ Bucket: thumbnails, Key })));
      const { "source-etag": sourceEtag = "", renderer = "" } = head?.Metadata ?? {};
      return head && { sourceEtag, renderer };
    },
    async put({ rendition, body, contentType }, origin) {
      await s3.send(
        new PutObjectCommand({
          Bucket: thumbnails,
          Key: thumbnailKey(key, rendition),
          Body: body,
          ContentType: contentType,
          CacheControl: CACHE_CONTROL,
          Metadata: { "source-etag": origin.sourceEtag, renderer: origin.renderer },
        }),
      );
    },
    async removeThumbnails() {
      const list = { Bucket: thumbnails, Prefix: thumbnailFolder(key), Delimiter: "/" };
      const { Contents = [] } = await s3.send(new ListObjectsV2Command(list));
      const keys = Contents.map(({ Key = "" }) => Key).filter((found) => isThumbnailKey(key, found));
      await Promise.all(keys.map(remove));
    },
    async putRejection({ etag, versionId }, { reason, message }) {
      const record = { bucket: uploads, key, etag, versionId, reason, detail: message, at: new Date().toISOString() };
      await s3.send(
        new PutObjectCommand({
          Bucket: thumbnails,
          Key: rejectionKey(key),
          Body: JSON.stringify(record, undefined, 2),
          ContentType: "application/json",
        }),
      );
    },
    async removeRejection() {
      const Key = rejectionKey(key);
      if (await unlessMissing(s3.send(new HeadObjectCommand({ Bucket: thumbnails, Key })))) await remove(Key);
    },
  };
}
