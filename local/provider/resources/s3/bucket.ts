import type { Bucket as BucketResource, BucketArgs } from "@pulumi/aws/s3/bucket";
import { type Aws } from "../../frame/aws";
import { isCode, unless } from "../../frame/errors";
import { type NameRule } from "../../frame/names";
import { stable } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { type TagMap, tagList, tagMap } from "../../frame/shapes";
import { hostedZones } from "./hostedZones";

const bucketName: NameRule & { property: "bucket" } = {
  property: "bucket",
  prefixProperty: "bucketPrefix",
  maxLength: 63,
  lowerCase: true,
  pattern: /^[a-z0-9][a-z0-9.-]+[a-z0-9]$/,
  allowed: "lowercase letters, digits, dots and hyphens, a letter or a digit at both ends",
};

const separate = (resource: string) => ({ computed: true, notEmulated: `not applied locally, use aws.s3.${resource}` });

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
export const Bucket = resourceType<BucketArgs, BucketResource>({
  token: "aws:s3/bucket:Bucket",
  name: bucketName,
  properties: {
    bucket: { replace: true },
    bucketPrefix: { replace: true },
    bucketNamespace: { replace: true, computed: true, notEmulated: "the emulator has one namespace" },
    forceDestroy: { default: false },
    objectLockEnabled: { replace: true, computed: true },
    tags,
    accelerationStatus: separate("BucketAccelerateConfiguration"),
    acl: separate("BucketAcl"),
    corsRules: separate("BucketCorsConfiguration"),
    grants: separate("BucketAcl"),
    lifecycleRules: separate("BucketLifecycleConfiguration"),
    logging: separate("BucketLogging"),
    objectLockConfiguration: separate("BucketObjectLockConfiguration"),
    policy: separate("BucketPolicy"),
    replicationConfiguration: separate("BucketReplicationConfig"),
    requestPayer: separate("BucketRequestPaymentConfiguration"),
    serverSideEncryptionConfiguration: separate("BucketServerSideEncryptionConfiguration"),
    versioning: separate("BucketVersioning"),
    website: separate("BucketWebsiteConfiguration"),
  },
  outputs: {
    ...stable("arn", "bucketDomainName", "bucketRegion", "bucketRegionalDomainName", "hostedZoneId", "websiteDomain"),
    ...stable("websiteEndpoint"),
  },

  async create({ bucket, objectLockEnabled }, aws) {
    await aws.s3.createBucket({
      Bucket: bucket,
      ObjectLockEnabledForBucket: objectLockEnabled,
      // S3 refuses us-east-1 as a location.
      ...(aws.region === "us-east-1" ? {} : { CreateBucketConfiguration: { LocationConstraint: aws.region as never } }),
    });
    return bucket!;
  },

  async complete(bucket, props, aws) {
    if (props.tags) await putTags(bucket, props.tags, aws);
  },

  async read(bucket, aws) {
    const head = await unless(["NotFound", "NoSuchBucket"], aws.s3.headBucket({ Bucket: bucket }));
    if (!head) return undefined;
    const region = head.BucketRegion ?? aws.region;
    const tagging = await unless(["NoSuchTagSet"], aws.s3.getBucketTagging({ Bucket: bucket }));
    const lock = await unless(
      ["ObjectLockConfigurationNotFoundError"],
      aws.s3.getObjectLockConfiguration({ Bucket: bucket }),
    );
    return {
      bucket,
      objectLockEnabled: lock?.ObjectLockConfiguration?.ObjectLockEnabled === "Enabled",
      tags: tagMap(tagging?.TagSet),
      arn: `arn:${aws.partition.name}:s3:::${bucket}`,
      bucketDomainName: `${bucket}.s3.${aws.partition.dnsSuffix}`,
      bucketRegion: region,
      bucketRegionalDomainName: `${bucket}.s3.${region}.${aws.partition.dnsSuffix}`,
      hostedZoneId: hostedZones[region],
    };
  },

  async update(bucket, props, _old, aws) {
    await putTags(bucket, props.tags, aws);
  },

  async delete(bucket, aws, { forceDestroy }) {
    try {
      if (forceDestroy) await empty(bucket, aws);
      await aws.s3.deleteBucket({ Bucket: bucket });
    } catch (error) {
      if (isCode(error, "NoSuchBucket")) return;
      if (!isCode(error, "BucketNotEmpty")) throw error;
      const fix = "Empty it, or set forceDestroy to true and run an update first.";
      throw new Error(`${(error as Error).message} ${fix}`, { cause: error });
    }
  },
});

async function putTags(Bucket: string, tags: TagMap | undefined, aws: Aws): Promise<void> {
  const TagSet = tagList(tags);
  if (TagSet.length) await aws.s3.putBucketTagging({ Bucket, Tagging: { TagSet } });
  else await aws.s3.deleteBucketTagging({ Bucket });
}

/** Deletes every object, with all its versions, and every unfinished upload. */
async function empty(Bucket: string, aws: Aws): Promise<void> {
  for (;;) {
    const { Versions = [], DeleteMarkers = [] } = await aws.s3.listObjectVersions({ Bucket });
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (!Objects.length) break;
    const { Errors = [] } = await aws.s3.deleteObjects({ Bucket, Delete: { Objects, Quiet: true } });
    if (Errors.length) throw new Error(`DeleteObjects failed: ${Errors[0]?.Key}: ${Errors[0]?.Message}`);
  }
  const { Uploads = [] } = await aws.s3.listMultipartUploads({ Bucket });
  for (const { Key, UploadId } of Uploads) await aws.s3.abortMultipartUpload({ Bucket, Key, UploadId });
}
