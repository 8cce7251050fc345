import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

const bucket = ofType("aws:s3/directoryBucket:DirectoryBucket");
const name = "orders--euw1-az1--x-s3";
const at = (zone: string) => ({ location: { name: zone } });
const point = ofType("aws:s3/accessPoint:AccessPoint", { bucket: name });
const scope = ofType("aws:s3control/directoryBucketAccessPointScope:DirectoryBucketAccessPointScope", {
  accountId: "111122223333",
  name: "orders--euw1-az1--xa-s3",
});
const encryption = ofType("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", {
  bucket: name,
});
const byKey = (kmsMasterKeyId: string, sseAlgorithm = "aws:kms") => ({
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm, kmsMasterKeyId }, bucketKeyEnabled: true }],
});
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const life = ofType("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { bucket: name });
const rule = (more: Record<string, unknown>) => ({ rules: [{ id: "a", status: "Enabled", ...more }] });
const sizes = (objectSizeGreaterThan: number, objectSizeLessThan: number) =>
  rule({ filter: { and: { objectSizeGreaterThan, objectSizeLessThan } }, expiration: { days: 1 } });

export const s3express: FactsByName = {
  "s3express-ap-name-suffix": point(
    "a point of a directory ends with its zone",
    { name: "orders" },
    { name: "orders--euw1-az1--xa-s3" },
  ),
  "s3express-ap-scope-permissions": scope(
    "a scope has names of operations",
    { scope: { permissions: ["s3:GetObject"] } },
    { scope: { permissions: ["GetObject"] } },
  ),
  "s3express-ap-zone-mismatch": point(
    "a point is in the zone of its bucket",
    { name: "orders--euw1-az2--xa-s3" },
    { name: "orders--euw1-az1--xa-s3" },
  ),
  "s3express-bucket-key-enabled-false": encryption(
    "a directory has bucket keys",
    {
      rules: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key },
          bucketKeyEnabled: false,
        },
      ],
    },
    byKey(key),
  ),
  "s3express-bucket-location-region": bucket(
    "a zone is of the Region",
    { bucket: "orders--use1-az4--x-s3", ...at("use1-az4") },
    { bucket: name, ...at("euw1-az1") },
  ),
  "s3express-bucket-name-dot": bucket(
    "a directory has no dot",
    { bucket: `eu.${name}`, ...at("euw1-az1") },
    { bucket: name, ...at("euw1-az1") },
  ),
  "s3express-bucket-name-reserved-prefix": bucket(
    "a directory has a name of its own",
    { bucket: `amzn-s3-demo-${name}`, ...at("euw1-az1") },
    { bucket: name, ...at("euw1-az1") },
  ),
  "s3express-bucket-name-suffix": bucket(
    "a directory ends with its zone",
    { bucket: "orders", ...at("euw1-az1") },
    { bucket: name, ...at("euw1-az1") },
  ),
  "s3express-bucket-redundancy-location": bucket(
    "redundancy is of the kind of zone",
    { bucket: name, ...at("euw1-az1"), dataRedundancy: "SingleLocalZone" },
    { bucket: name, ...at("euw1-az1"), dataRedundancy: "SingleAvailabilityZone" },
  ),
  "s3express-bucket-zone-mismatch": bucket(
    "a directory is where its name says",
    { bucket: name, ...at("euw1-az2") },
    { bucket: name, ...at("euw1-az1") },
  ),
  "s3express-kms-key-alias": encryption("a directory has a key, not an alias", byKey("alias/orders"), byKey(key)),
  "s3express-kms-key-with-aes256": encryption("a key is of KMS", byKey(key, "AES256"), byKey(key)),
  "s3express-lifecycle-object-size-order": life("sizes are in order", sizes(20, 10), sizes(10, 20)),
  "s3express-lifecycle-rule-no-action": life(
    "a rule of life does something",
    rule({ filter: { prefix: "a" } }),
    rule({ filter: { prefix: "a" }, expiration: { days: 1 } }),
  ),
};
