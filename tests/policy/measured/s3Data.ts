import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";

type Arguments = Record<string, unknown>;

const tiering = on("aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration", {
  bucket: "own",
  name: "own",
});
const tiers = (...all: readonly (readonly [string, number])[]) => ({
  tierings: all.map(([accessTier, days]) => ({ accessTier, days })),
});

const lifecycle = on("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { bucket: "own" });
const rule = { id: "own", status: "Enabled", filter: { prefix: "a/" } };
const ages = (says: string, bad: Arguments, good: Arguments) =>
  lifecycle(says, { rules: [{ ...rule, ...bad }] }, { rules: [{ ...rule, ...good }] });
const moves = (...all: readonly (readonly [string, number])[]) => ({
  transitions: all.map(([storageClass, days]) => ({ storageClass, days })),
});
const tagged = { filter: { tag: { key: "a", value: "b" } } };
const midnight = "2030-01-01T00:00:00Z";

const versioning = (status: string): Made => [
  "aws:s3/bucketVersioning:BucketVersioning",
  "versioning",
  { bucket: "own", versioningConfiguration: { status } },
];
const own: Made = ["aws:s3/bucket:Bucket", "own", { bucket: "own" }];
const replicaVersions = (status: string): Made => [
  "aws:s3/bucketVersioning:BucketVersioning",
  "replicas",
  { bucket: "replica", versioningConfiguration: { status } },
];
const replica: Made = ["aws:s3/bucket:Bucket", "replica", { bucket: "replica" }];

const replicationType = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const destination = { bucket: "arn:aws:s3:::replica" };
const copy = {
  id: "own",
  status: "Enabled",
  priority: 1,
  filter: { prefix: "a/" },
  deleteMarkerReplication: { status: "Disabled" },
  destination,
};
const replication = on(replicationType, { bucket: "own", role: "arn:aws:iam::111122223333:role/r" });
const copies = (says: string, bad: Arguments, good: Arguments) =>
  replication(says, { rules: [{ ...copy, ...bad }] }, { rules: [{ ...copy, ...good }] });
const lands = (says: string, bad: Arguments, good: Arguments) =>
  copies(says, { destination: { ...destination, ...bad } }, { destination: { ...destination, ...good } });
const timed = (minutes: number) => ({
  replicationTime: { status: "Enabled", time: { minutes } },
  metrics: { status: "Enabled", eventThreshold: { minutes: 15 } },
});
const replicated: Made = [
  replicationType,
  "subject",
  { bucket: "own", role: "arn:aws:iam::111122223333:role/r", rules: [copy] },
];

const lockType = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const lock = on(lockType, { bucket: "own" });
const retains = (defaultRetention: Arguments) => ({
  rule: { defaultRetention: { mode: "GOVERNANCE", ...defaultRetention } },
});

export const s3Data: FactsByName = {
  "s3-intelligent-tiering-archive-before-deep": tiering(
    "the archive comes before the deep one",
    tiers(["ARCHIVE_ACCESS", 200], ["DEEP_ARCHIVE_ACCESS", 180]),
    tiers(["ARCHIVE_ACCESS", 90], ["DEEP_ARCHIVE_ACCESS", 180]),
  ),
  "s3-intelligent-tiering-duplicate-tier": tiering(
    "a tier stands once",
    tiers(["ARCHIVE_ACCESS", 90], ["ARCHIVE_ACCESS", 120]),
    tiers(["ARCHIVE_ACCESS", 90], ["DEEP_ARCHIVE_ACCESS", 180]),
  ),
  "s3-lifecycle-abort-mpu-with-tag-filter": ages(
    "uploads have no tags",
    { ...tagged, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
    { abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
  ),
  "s3-lifecycle-date-days-mix": ages(
    "a rule has days or dates",
    { transitions: [{ storageClass: "GLACIER", date: midnight }], expiration: { days: 400 } },
    { transitions: [{ storageClass: "GLACIER", days: 100 }], expiration: { days: 400 } },
  ),
  "s3-lifecycle-date-midnight-utc": ages(
    "a date is midnight of UTC",
    { expiration: { date: "2030-01-01T12:00:00Z" } },
    { expiration: { date: midnight } },
  ),
  "s3-lifecycle-days-order": ages(
    "what is deleted was moved before",
    { ...moves(["GLACIER", 90]), expiration: { days: 90 } },
    { ...moves(["GLACIER", 90]), expiration: { days: 91 } },
  ),
  "s3-lifecycle-delete-marker-exclusive": ages(
    "a marker goes without days",
    { expiration: { days: 1, expiredObjectDeleteMarker: true } },
    { expiration: { expiredObjectDeleteMarker: true } },
  ),
  "s3-lifecycle-expiration-positive": ages(
    "an object lives for a day",
    { expiration: { days: 0 } },
    { expiration: { days: 1 } },
  ),
  "s3-lifecycle-object-size-order": ages(
    "the least size is below the most",
    { expiration: { days: 1 }, filter: { and: { prefix: "a/", objectSizeGreaterThan: 200, objectSizeLessThan: 100 } } },
    { expiration: { days: 1 }, filter: { and: { prefix: "a/", objectSizeGreaterThan: 100, objectSizeLessThan: 200 } } },
  ),
  "s3-lifecycle-rule-id-duplicate": lifecycle(
    "an id stands once",
    {
      rules: [
        { ...rule, expiration: { days: 1 } },
        { ...rule, filter: { prefix: "b/" }, expiration: { days: 1 } },
      ],
    },
    {
      rules: [
        { ...rule, expiration: { days: 1 } },
        { ...rule, id: "other", filter: { prefix: "b/" }, expiration: { days: 1 } },
      ],
    },
  ),
  "s3-lifecycle-rule-no-action": ages("a rule does something", {}, { expiration: { days: 1 } }),
  "s3-lifecycle-transition-storage-class-duplicate": ages(
    "a class stands once",
    moves(["GLACIER", 90], ["GLACIER", 200]),
    moves(["GLACIER", 90], ["DEEP_ARCHIVE", 200]),
  ),
  "s3-lifecycle-transition-waterfall-order": ages(
    "an object moves to colder classes",
    moves(["GLACIER", 90], ["STANDARD_IA", 200]),
    moves(["STANDARD_IA", 90], ["GLACIER", 200]),
  ),
  "s3-objectlock-requires-versioning": beside(
    [[lockType, "subject", { bucket: "own", ...retains({ days: 1 }) }]],
    "a lock needs versions",
    own,
    ["aws:s3/bucket:Bucket", "own", { bucket: "own", objectLockEnabled: true }],
  ),
  "s3-objectlock-retention-days-years-exclusive": lock(
    "a lock is for days or years",
    retains({ days: 1, years: 1 }),
    retains({ days: 1 }),
  ),
  "s3-objectlock-versioning-suspended": beside(
    [["aws:s3/bucket:Bucket", "own", { bucket: "own", objectLockEnabled: true }]],
    "a lock keeps versions",
    versioning("Suspended"),
    versioning("Enabled"),
  ),
  "s3-replication-acl-translation-needs-account": lands(
    "another owner is an account",
    { accessControlTranslation: { owner: "Destination" } },
    { accessControlTranslation: { owner: "Destination" }, account: "444455556666" },
  ),
  "s3-replication-dest-versioning": beside(
    [own, replica, versioning("Enabled"), replicated],
    "the replica keeps versions",
    replicaVersions("Suspended"),
    replicaVersions("Enabled"),
  ),
  "s3-replication-destination-bucket-arn": lands("a replica is named by ARN", { bucket: "replica" }, {}),
  "s3-replication-priority-duplicate": replication(
    "a priority stands once",
    { rules: [copy, { ...copy, id: "other", filter: { prefix: "b/" } }] },
    { rules: [copy, { ...copy, id: "other", filter: { prefix: "b/" }, priority: 2 }] },
  ),
  "s3-replication-requires-versioning": beside(
    [own, replica, replicaVersions("Enabled"), replicated],
    "what is replicated keeps versions",
    versioning("Disabled"),
    versioning("Enabled"),
  ),
  "s3-replication-rtc-minutes-15": lands("a replica is there in 15 minutes", timed(30), timed(15)),
  "s3-replication-rtc-needs-metrics": lands(
    "a time is measured",
    { replicationTime: { status: "Enabled", time: { minutes: 15 } } },
    timed(15),
  ),
  "s3-replication-sse-kms-needs-replica-key": copies(
    "what is encrypted is encrypted again",
    { sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } } },
    {
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
      destination: {
        ...destination,
        encryptionConfiguration: { replicaKmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/own" },
      },
    },
  ),
  "s3-replication-tag-filter-delete-marker": copies(
    "markers have no tags",
    { ...tagged, deleteMarkerReplication: { status: "Enabled" } },
    { ...tagged, deleteMarkerReplication: { status: "Disabled" } },
  ),
  "s3-replication-v1-v2-mixed": copies("a prefix stands in the filter", { prefix: "a/" }, {}),
  "s3-versioning-suspended-with-replication": beside(
    [own, replica, replicaVersions("Enabled"), replicated],
    "a bucket that is replicated does not end its versions",
    versioning("Suspended"),
    versioning("Enabled"),
  ),
};
