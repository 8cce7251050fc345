import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const aclType = "aws:s3/bucketAcl:BucketAcl";
const bucketType = "aws:s3/bucket:Bucket";
const owns = (bucket: string, objectOwnership: string) => ({
  [`${bucket}-bucket`]: { type: bucketType, properties: { bucket } },
  [bucket]: {
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    properties: { bucket, rule: { objectOwnership } },
  },
});
const measures = { status: "Enabled", eventThreshold: { minutes: 15 } };

/** Buckets. */
export const storageReported: readonly TypeRows[] = [
  {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    source: api("s3", "AbortIncompleteMultipartUpload"),
    rows: [
      {
        at: "rules[].abortIncompleteMultipartUpload.daysAfterInitiation",
        fact: "an upload is given up after a day at the earliest",
        minimum: 1,
        source: measured,
        good: 1,
        bad: 0,
      },
    ],
  },
  {
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    source: page("AmazonS3/latest/userguide/replication-time-control"),
    rows: [
      {
        at: "rules[].destination",
        fact: "a threshold of replication metrics needs replicationTime",
        if: { required: ["metrics.eventThreshold"] },
        then: { required: ["replicationTime"], properties: { "replicationTime.status": { const: "Enabled" } } },
        good: {
          bucket: "arn:aws:s3:::b",
          metrics: measures,
          replicationTime: { status: "Enabled", time: { minutes: 15 } },
        },
        bad: { bucket: "arn:aws:s3:::b", metrics: measures },
      },
    ],
  },
  {
    type: aclType,
    source: page("AmazonS3/latest/userguide/about-object-ownership"),
    rows: [
      together(
        "a bucket whose owner owns all objects takes no ACL",
        {
          join: "aclsOfOwner",
          beside: { ...owns("open", "BucketOwnerPreferred"), ...owns("closed", "BucketOwnerEnforced") },
        },
        { acl: "log-delivery-write" },
        { bucket: "open" },
        { bucket: "closed" },
      ),
      together(
        "a bucket without ownership controls takes no ACL: its owner owns all objects",
        {
          join: "aclsByDefault",
          level: "advisory",
          beside: {
            ...owns("open", "BucketOwnerPreferred"),
            plain: { type: bucketType, properties: { bucket: "plain" } },
          },
        },
        { acl: "log-delivery-write" },
        { bucket: "open" },
        { bucket: "plain" },
      ),
    ],
  },
  {
    type: bucketType,
    source: page("AmazonS3/latest/userguide/about-object-ownership"),
    rows: [
      {
        at: "acl",
        fact: "a new bucket takes no ACL but private: its owner owns all objects",
        enum: ["private", "bucket-owner-full-control"],
        fix: "Grant by a bucket policy, or set ownership controls and an aws.s3.BucketAcl.",
        good: "private",
        bad: "log-delivery-write",
      },
    ],
  },
];
