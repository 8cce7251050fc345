import type { BucketObjectv2 as ObjectResource, BucketObjectv2Args } from "@pulumi/aws/s3/bucketObjectv2";
import { readFileSync } from "node:fs";
import { unless } from "../../frame/errors";
import { changing, optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { type Aws } from "../../frame/aws";
import { isRecord } from "../../frame/values";

const untold = "not applied locally";

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const BucketObjectv2 = resourceType<BucketObjectv2Args, ObjectResource>({
  token: "aws:s3/bucketObjectv2:BucketObjectv2",
  identity: ["bucket", "key"],
  properties: {
    ...withRule({ computed: true }, "contentType", "etag"),
    ...optional("cacheControl", "content", "contentBase64", "contentDisposition", "contentEncoding"),
    ...optional("contentLanguage", "metadata", "overrideProvider", "source", "sourceHash"),
    ...withRule({ computed: true, notEmulated: untold }, "acl", "bucketKeyEnabled", "kmsKeyId"),
    ...withRule({ computed: true, notEmulated: untold }, "serverSideEncryption", "storageClass"),
    ...withRule({ notEmulated: untold }, "checksumAlgorithm", "objectLockLegalHoldStatus", "objectLockMode"),
    ...withRule({ notEmulated: untold }, "objectLockRetainUntilDate", "tags", "websiteRedirect"),
    bucket: { required: true, replace: true },
    forceDestroy: { default: false },
    key: { computed: true, replace: true },
  },
  outputs: {
    ...changing("checksumCrc32", "checksumCrc32c", "checksumCrc64nvme", "checksumSha1", "checksumSha256"),
    ...changing("versionId"),
    arn: "stable",
  },

  async create(props, aws) {
    await put(props, aws);
    return `${props.bucket}/${props.key}`;
  },

  async read(id, { s3, partition }, { bucket, key }) {
    const [Bucket, Key] = [bucket as string, key as string];
    const head = await unless(["NotFound", "NoSuchKey", "NoSuchBucket"], s3.headObject({ Bucket, Key }));
    if (!head) return undefined;
    return {
      id,
      bucket: Bucket,
      key: Key,
      arn: `arn:${partition.name}:s3:::${Bucket}/${Key}`,
      cacheControl: head.CacheControl,
      contentDisposition: head.ContentDisposition,
      contentEncoding: head.ContentEncoding,
      contentLanguage: head.ContentLanguage,
      contentType: head.ContentType,
      etag: head.ETag?.replaceAll('"', ""),
      versionId: head.VersionId ?? "",
      checksumCrc32: "",
      checksumCrc32c: "",
      checksumCrc64nvme: "",
      checksumSha1: "",
      checksumSha256: "",
    };
  },

  async update(_id, props, _old, aws) {
    await put(props, aws);
  },

  /** With all versions, as the official provider does: what a deletion leaves would keep the bucket from being deleted. */
  async delete(_id, { s3 }, { bucket, key }) {
    const [Bucket, Key] = [bucket as string, key as string];
    const found = await unless(["NoSuchBucket"], s3.listObjectVersions({ Bucket, Prefix: Key }));
    const versions = [...(found?.Versions ?? []), ...(found?.DeleteMarkers ?? [])].filter((each) => each.Key === Key);
    for (const { VersionId } of versions)
      await unless(["NoSuchBucket", "NoSuchKey", "NoSuchVersion"], s3.deleteObject({ Bucket, Key, VersionId }));
  },
});

async function put(props: Inputs<BucketObjectv2Args>, { s3 }: Aws): Promise<void> {
  await s3.putObject({
    Bucket: props.bucket,
    Key: props.key,
    Body: readBody(props),
    CacheControl: props.cacheControl,
    ContentDisposition: props.contentDisposition,
    ContentEncoding: props.contentEncoding,
    ContentLanguage: props.contentLanguage,
    ContentType: props.contentType,
    Metadata: props.metadata,
  });
}

function readBody({ content, contentBase64, source }: Inputs<BucketObjectv2Args>): Uint8Array {
  if (content !== undefined) return Buffer.from(content);
  if (contentBase64 !== undefined) return Buffer.from(contentBase64, "base64");
  const asset: unknown = source;
  if (isRecord(asset) && typeof asset.path === "string") return readFileSync(asset.path);
  if (isRecord(asset) && typeof asset.text === "string") return Buffer.from(asset.text);
  throw new Error("an object needs content, contentBase64, or a file or text as its source");
}
