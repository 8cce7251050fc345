import { api, page } from "../pages";
import { type TypeRows } from "../../schema";

const bucketType = "aws:s3/bucket:Bucket";
const locked = { own: { type: bucketType, properties: { bucket: "own", objectLockEnabled: true } } };
const rule = { id: "r", status: "Enabled", filter: { prefix: "a" }, destination: { bucket: "arn:aws:s3:::o" } };

/** S3: what buckets have to be like for what is set of them. */
export const s3Measured: readonly TypeRows[] = [
  {
    type: bucketType,
    source: page("AmazonS3/latest/userguide/bucketnamingrules"),
    rows: [
      {
        at: "",
        fact: "a bucket of the account's own namespace has the account, the Region and -an at the end of its name",
        when: { bucketNamespace: "account-regional" },
        properties: { bucket: { pattern: "-\\d{12}-[a-z0-9-]+-an$" } },
        good: { bucketNamespace: "account-regional", bucket: "own-111122223333-eu-west-1-an" },
        bad: { bucketNamespace: "account-regional", bucket: "own" },
      },
      {
        at: "",
        fact: "a bucket with transfer acceleration has no period in its name",
        when: { accelerationStatus: "Enabled" },
        properties: { bucket: { pattern: "^[^.]+$" } },
        source: page("AmazonS3/latest/userguide/transfer-acceleration"),
        good: { accelerationStatus: "Enabled", bucket: "own-data" },
        bad: { accelerationStatus: "Enabled", bucket: "own.data" },
      },
    ],
  },
  {
    type: "aws:s3/bucketVersioning:BucketVersioning",
    source: page("AmazonS3/latest/userguide/object-lock"),
    rows: [
      {
        at: "",
        fact: "a bucket that is made with a lock does not suspend its versions",
        when: { "versioningConfiguration.status": "Suspended" },
        properties: {
          bucket: {
            refersTo: { type: bucketType, fits: { not: { properties: { objectLockEnabled: { const: true } } } } },
          },
        },
        good: { bucket: "own", versioningConfiguration: { status: "Enabled" } },
        bad: { bucket: "own", versioningConfiguration: { status: "Suspended" } },
        beside: locked,
      },
    ],
  },
  {
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    source: page("AmazonS3/latest/userguide/object-lock"),
    rows: [
      {
        at: "",
        fact: "objects are locked in a bucket that keeps versions",
        join: "lockVersions",
        good: { bucket: "own", rule: { defaultRetention: { mode: "GOVERNANCE", days: 1 } } },
        bad: { bucket: "other", rule: { defaultRetention: { mode: "GOVERNANCE", days: 1 } } },
        beside: { ...locked, other: { type: bucketType, properties: { bucket: "other" } } },
      },
    ],
  },
  {
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    source: api("s3", "DeleteMarkerReplication"),
    rows: [
      {
        at: "rules[]",
        fact: "a rule with a filter says whether delete markers are replicated",
        dependentRequired: { filter: ["deleteMarkerReplication"] },
        // The provider's own examples leave it out.
        level: "advisory",
        good: { ...rule, deleteMarkerReplication: { status: "Disabled" } },
        bad: rule,
      },
    ],
  },
];
