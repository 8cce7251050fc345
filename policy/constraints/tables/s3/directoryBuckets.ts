import { naming } from "../../../../limits/naming";
import { measured, type TypeRows } from "../../schema";
import { page } from "../pages";
import { together } from "../together";

const rules = page("AmazonS3/latest/userguide/directory-bucket-naming-rules");
const named = (bucket: string, zone = "euw1-az1", more: object = {}) => ({
  bucket,
  location: { name: zone },
  ...more,
});

const directory = "orders--euw1-az1--x-s3";
const ofDirectory = { bucket: { pattern: "--x-s3$" } };
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const byKey = (kmsMasterKeyId: string) => ({
  applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId },
});

/** Directory buckets of S3 Express. */
export const s3DirectoryBuckets: readonly TypeRows[] = [
  {
    type: "aws:s3/directoryBucket:DirectoryBucket",
    source: rules,
    rows: [
      {
        at: "bucket",
        fact: "the name of a directory bucket has small letters, digits and hyphens, and ends with --<zone>--x-s3",
        pattern: "^[a-z0-9][a-z0-9-]*--[a-z0-9-]+--x-s3$",
        good: "orders--euw1-az1--x-s3",
        bad: "orders.eu--euw1-az1--x-s3",
      },
      {
        at: "bucket",
        fact: "the name of a directory bucket begins with none of AWS's own words",
        not: { pattern: naming.bucketReservedPrefix },
        good: "orders--euw1-az1--x-s3",
        bad: "sthree-orders--euw1-az1--x-s3",
      },
      together(
        "a directory bucket is in the zone that its name has, in the own Region",
        { join: "directoryZone" },
        {},
        named("orders--euw1-az1--x-s3"),
        named("orders--euw1-az1--x-s3", "euw1-az2"),
      ),
      together(
        "a bucket in an availability zone has the redundancy SingleAvailabilityZone",
        {
          when: { "location.name": { pattern: "^[a-z0-9]+-az\\d+$" } },
          properties: { dataRedundancy: { const: "SingleAvailabilityZone" } },
          source: measured,
        },
        named("orders--euw1-az1--x-s3"),
        { dataRedundancy: "SingleAvailabilityZone" },
        { dataRedundancy: "SingleLocalZone" },
      ),
      together(
        "a bucket in a local zone has the redundancy SingleLocalZone",
        {
          when: { "location.name": { pattern: "^[a-z0-9]+-[a-z0-9]+-az\\d+$" } },
          properties: { dataRedundancy: { const: "SingleLocalZone" } },
          source: measured,
        },
        { region: "us-east-1", ...named("orders--use1-dfw1-az1--x-s3", "use1-dfw1-az1") },
        { dataRedundancy: "SingleLocalZone" },
        { dataRedundancy: "SingleAvailabilityZone" },
      ),
    ],
  },
  {
    type: "aws:s3control/directoryBucketAccessPointScope:DirectoryBucketAccessPointScope",
    source: page("AmazonS3/latest/userguide/access-points-directory-buckets-restrictions-limitations"),
    rows: [
      {
        at: "name",
        fact: "the name of an access point of a directory bucket ends with --<zone>--xa-s3",
        pattern: "--[a-z0-9-]+--xa-s3$",
        good: "orders--euw1-az1--xa-s3",
        bad: "orders",
      },
      {
        at: "scope.permissions[]",
        fact: "a permission of a scope is the name of an operation, without s3:",
        not: { pattern: ":" },
        good: "GetObject",
        bad: "s3:GetObject",
      },
    ],
  },
  {
    type: "aws:s3/accessPoint:AccessPoint",
    source: page("AmazonS3/latest/userguide/access-points-directory-buckets-restrictions-limitations"),
    rows: [
      together(
        "an access point of a directory bucket is in its zone, and its name ends with --<zone>--xa-s3",
        { join: "pointZone" },
        { bucket: directory },
        { name: "orders--euw1-az1--xa-s3" },
        { name: "orders--euw1-az2--xa-s3" },
      ),
    ],
  },
  {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    source: page("AmazonS3/latest/userguide/s3-express-specifying-kms-encryption"),
    rows: [
      together(
        "a directory bucket has keys of buckets",
        { when: ofDirectory, properties: { "rules[].bucketKeyEnabled": { const: true } } },
        { bucket: directory },
        { rules: [{ bucketKeyEnabled: true, ...byKey(key) }] },
        { rules: [{ bucketKeyEnabled: false, ...byKey(key) }] },
      ),
      together(
        "a directory bucket is encrypted with a key, not with an alias",
        {
          when: ofDirectory,
          properties: {
            "rules[].applyServerSideEncryptionByDefault.kmsMasterKeyId": { not: { pattern: "(^|:)alias/" } },
          },
        },
        { bucket: directory },
        { rules: [byKey(key)] },
        { rules: [byKey("alias/orders")] },
      ),
    ],
  },
];
