import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";

const lifecycle = (more: object) => ({ id: "r", status: "Enabled", filter: { prefix: "" }, ...more });

const classes = ["GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "GLACIER_IR"];

const lens = "storageLensConfiguration.accountLevel";

const groups = [
  "activityMetrics",
  "advancedCostOptimizationMetrics",
  "advancedDataProtectionMetrics",
  "advancedPerformanceMetrics",
  "detailedStatusCodeMetrics",
];

/** S3. */
export const s3Data: readonly TypeRows[] = [
  {
    type: "aws:s3control/storageLensConfiguration:StorageLensConfiguration",
    source: page("AmazonS3/latest/API/API_control_AccountLevel"),
    rows: [
      ...groups.map((group): Row => ({
        at: lens,
        fact: `${group} that are on in bucketLevel are on in accountLevel too`,
        when: { [`bucketLevel.${group}.enabled`]: true },
        required: [`${group}.enabled`],
        properties: { [`${group}.enabled`]: { const: true } },
        source: "measured",
        good: { [group]: { enabled: true }, bucketLevel: { [group]: { enabled: true } } },
        bad: { bucketLevel: { [group]: { enabled: true } } },
      })),
      {
        at: "storageLensConfiguration",
        fact: "a configuration has include or exclude, not both",
        dependentExcluded: { include: ["exclude"] },
        source: api("s3", "control_StorageLensConfiguration"),
        good: { include: { regions: ["eu-west-1"] } },
        bad: { include: { regions: ["eu-west-1"] }, exclude: { regions: ["us-east-1"] } },
      },
      ...["include", "exclude"].map((list) => ({
        at: `storageLensConfiguration.${list}`,
        fact: `${list} names a bucket or a Region`,
        requiredOr: ["buckets", "regions"],
        source: "measured",
        good: { regions: ["eu-west-1"] },
        bad: { regions: [] },
      })),
    ],
  },
  {
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    source: api("s3", "DefaultRetention"),
    rows: [
      {
        at: "rule.defaultRetention",
        fact: "a retention has days or years, not both",
        requiredXor: ["days", "years"],
        good: { mode: "GOVERNANCE", days: 30 },
        bad: { mode: "GOVERNANCE", days: 30, years: 1 },
      },
      {
        at: "rule.defaultRetention",
        fact: "a retention has a mode",
        required: ["mode"],
        good: { mode: "GOVERNANCE", days: 30 },
        bad: { days: 30 },
      },
      { at: "rule.defaultRetention.mode", enum: ["GOVERNANCE", "COMPLIANCE"], good: "COMPLIANCE", bad: "LEGAL" },
      { at: "rule.defaultRetention.days", minimum: 1, maximum: 36500, good: 1, bad: 36501 },
      { at: "rule.defaultRetention.years", minimum: 1, maximum: 100, good: 1, bad: 101 },
      { at: "objectLockEnabled", const: "Enabled", good: "Enabled", bad: "Disabled" },
    ],
  },
  {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    source: api("s3", "LifecycleRule"),
    rows: [
      {
        at: "rules[].expiration.days",
        fact: "objects expire after a positive number of days",
        minimum: 1,
        source: api("s3", "LifecycleExpiration"),
        good: 1,
        bad: -1,
      },
      { at: "rules[].status", enum: ["Enabled", "Disabled"], good: "Enabled", bad: "On" },
      { at: "rules[].transitions[].storageClass", enum: classes, good: "GLACIER", bad: "COLD" },
      { at: "rules[].noncurrentVersionTransitions[].storageClass", enum: classes, good: "GLACIER", bad: "COLD" },
      {
        at: "rules[].transitions[]",
        fact: "a transition has days or a date",
        atMostOne: ["days", "date"],
        good: { days: 30, storageClass: "GLACIER" },
        bad: { days: 30, date: "2027-01-01T00:00:00Z", storageClass: "GLACIER" },
      },
      {
        at: "rules[].expiration",
        fact: "an expiration has one of days, date and expiredObjectDeleteMarker",
        atMostOne: ["days", "date", "expiredObjectDeleteMarker"],
        source: api("s3", "LifecycleExpiration"),
        good: { days: 30 },
        bad: { days: 30, date: "2027-01-01T00:00:00Z" },
      },
      {
        at: "rules[].noncurrentVersionTransitions[]",
        fact: "noncurrent versions go to STANDARD_IA or ONEZONE_IA after 30 days at the earliest",
        when: { storageClass: ["STANDARD_IA", "ONEZONE_IA"] },
        properties: { noncurrentDays: { minimum: 30 } },
        source: page("AmazonS3/latest/userguide/lifecycle-transition-general-considerations"),
        good: { noncurrentDays: 30, storageClass: "STANDARD_IA" },
        bad: { noncurrentDays: 7, storageClass: "STANDARD_IA" },
      },
      {
        at: "rules[]",
        fact: "unfinished uploads are not aborted by tag",
        if: { anyOf: [{ required: ["filter.tag"] }, { required: ["filter.and.tags"] }] },
        then: { excluded: ["abortIncompleteMultipartUpload"] },
        source: api("s3", "LifecycleRule"),
        good: lifecycle({ abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }),
        bad: lifecycle({
          filter: { tag: { key: "a", value: "b" } },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        }),
      },
      {
        at: "rules[]",
        fact: "delete markers do not expire by tag",
        if: { anyOf: [{ required: ["filter.tag"] }, { required: ["filter.and.tags"] }] },
        then: { excluded: ["expiration.expiredObjectDeleteMarker"] },
        good: lifecycle({ expiration: { expiredObjectDeleteMarker: true } }),
        bad: lifecycle({ filter: { tag: { key: "a", value: "b" } }, expiration: { expiredObjectDeleteMarker: true } }),
      },
      {
        at: "rules[].filter",
        fact: "a filter has one of prefix, tag, objectSizeGreaterThan, objectSizeLessThan and and",
        atMostOne: ["prefix", "tag", "objectSizeGreaterThan", "objectSizeLessThan", "and"],
        source: page("AmazonS3/latest/API/API_LifecycleRuleFilter"),
        good: { prefix: "logs/" },
        bad: { prefix: "logs/", tag: { key: "a", value: "b" } },
      },
      {
        at: "rules[].filter.and",
        ordered: [["objectSizeGreaterThan", "<", "objectSizeLessThan"]],
        fact: "the smallest size is below the largest",
        good: { objectSizeGreaterThan: 1, objectSizeLessThan: 2 },
        bad: { objectSizeGreaterThan: 2, objectSizeLessThan: 1 },
      },
      {
        at: "rules[]",
        fact: "a rule has an action: an expiration, a transition or the end of unfinished uploads",
        requiredOr: [
          "expiration",
          "transitions[]",
          "noncurrentVersionExpiration",
          "noncurrentVersionTransitions[]",
          "abortIncompleteMultipartUpload",
        ],
        source: page("AmazonS3/latest/userguide/intro-lifecycle-rules"),
        level: "advisory",
        good: lifecycle({ expiration: { days: 1 } }),
        bad: lifecycle({}),
      },
      {
        at: "rules",
        fact: "the ids of rules differ",
        uniqueKeys: ["id"],
        good: [lifecycle({ expiration: { days: 1 } })],
        bad: [lifecycle({ expiration: { days: 1 } }), lifecycle({ expiration: { days: 2 } })],
      },
      { at: "rules[].id", maxLength: 255, good: "a", bad: "a".repeat(256) },
      {
        at: "rules",
        maxItems: 1000,
        source: api("s3", "PutBucketLifecycleConfiguration"),
        good: [lifecycle({ expiration: { days: 1 } })],
        bad: Array.from({ length: 1001 }, (_, i) => ({ ...lifecycle({ expiration: { days: 1 } }), id: `r${i}` })),
      },
      {
        at: "transitionDefaultMinimumObjectSize",
        enum: ["all_storage_classes_128K", "varies_by_storage_class"],
        good: "varies_by_storage_class",
        bad: "128K",
      },
      {
        at: "rules[].noncurrentVersionExpiration.newerNoncurrentVersions",
        minimum: 1,
        maximum: 100,
        source: api("s3", "NoncurrentVersionExpiration"),
        good: 100,
        bad: 101,
      },
    ],
  },
  {
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    source: api("s3", "ReplicationRule"),
    rows: [
      { at: "rules[].status", enum: ["Enabled", "Disabled"], good: "Enabled", bad: "On" },
      {
        at: "rules[].destination.storageClass",
        enum: ["STANDARD", "REDUCED_REDUNDANCY", ...classes, "OUTPOSTS", "SNOW", "EXPRESS_ONEZONE"],
        source: api("s3", "Destination"),
        good: "GLACIER",
        bad: "COLD",
      },
      {
        at: "rules[].destination",
        fact: "replication time needs metrics",
        dependentRequired: { replicationTime: ["metrics"] },
        source: api("s3", "ReplicationTime"),
        good: {
          bucket: "arn:aws:s3:::b",
          replicationTime: { status: "Enabled", time: { minutes: 15 } },
          metrics: { status: "Enabled", eventThreshold: { minutes: 15 } },
        },
        bad: { bucket: "arn:aws:s3:::b", replicationTime: { status: "Enabled", time: { minutes: 15 } } },
      },
      {
        at: "rules[].destination.replicationTime.time.minutes",
        const: 15,
        source: api("s3", "ReplicationTimeValue"),
        good: 15,
        bad: 30,
      },
      {
        at: "rules[].destination",
        fact: "a change of owner names the account",
        dependentRequired: { accessControlTranslation: ["account"] },
        source: api("s3", "Destination"),
        good: { bucket: "arn:aws:s3:::b", account: "111122223333", accessControlTranslation: { owner: "Destination" } },
        bad: { bucket: "arn:aws:s3:::b", accessControlTranslation: { owner: "Destination" } },
      },
      {
        at: "rules[].destination.accessControlTranslation.owner",
        const: "Destination",
        good: "Destination",
        bad: "Source",
      },
      {
        at: "rules",
        fact: "two rules have different priorities",
        uniqueKeys: ["priority"],
        good: [
          {
            status: "Enabled",
            priority: 1,
            destination: { bucket: "arn:aws:s3:::b" },
            filter: {},
            deleteMarkerReplication: { status: "Disabled" },
          },
        ],
        bad: [1, 1].map((priority) => ({
          status: "Enabled",
          priority,
          destination: { bucket: "arn:aws:s3:::b" },
          filter: {},
          deleteMarkerReplication: { status: "Disabled" },
        })),
      },
      {
        at: "rules[].destination.bucket",
        fact: "a destination is the ARN of a bucket",
        pattern: "^arn:[^:]*:s3",
        source: api("s3", "Destination"),
        good: "arn:aws:s3:::b",
        bad: "b",
      },
      { at: "rules[].id", maxLength: 255, good: "a", bad: "a".repeat(256) },
    ],
  },
  {
    type: "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
    source: api("s3", "Tiering"),
    rows: [
      {
        at: "tierings[].accessTier",
        enum: ["ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"],
        good: "ARCHIVE_ACCESS",
        bad: "ARCHIVE",
      },
      {
        at: "tierings[]",
        fact: "ARCHIVE_ACCESS begins after 90 to 730 days",
        when: { accessTier: "ARCHIVE_ACCESS" },
        properties: { days: { minimum: 90, maximum: 730 } },
        good: { accessTier: "ARCHIVE_ACCESS", days: 90 },
        bad: { accessTier: "ARCHIVE_ACCESS", days: 30 },
      },
      {
        at: "tierings[]",
        fact: "DEEP_ARCHIVE_ACCESS begins after 180 to 730 days",
        when: { accessTier: "DEEP_ARCHIVE_ACCESS" },
        properties: { days: { minimum: 180, maximum: 730 } },
        good: { accessTier: "DEEP_ARCHIVE_ACCESS", days: 180 },
        bad: { accessTier: "DEEP_ARCHIVE_ACCESS", days: 90 },
      },
      { at: "status", enum: ["Enabled", "Disabled"], good: "Enabled", bad: "On" },
    ],
  },
  {
    type: "aws:s3/inventory:Inventory",
    source: api("s3", "InventoryConfiguration"),
    rows: [
      { at: "includedObjectVersions", enum: ["All", "Current"], good: "All", bad: "Latest" },
      { at: "schedule.frequency", enum: ["Daily", "Weekly"], good: "Daily", bad: "Monthly" },
      { at: "destination.bucket.format", enum: ["CSV", "ORC", "Parquet"], good: "CSV", bad: "JSON" },
      {
        at: "optionalFields[]",
        enum: "Size LastModifiedDate StorageClass ETag IsMultipartUploaded ReplicationStatus EncryptionStatus ObjectLockRetainUntilDate ObjectLockMode ObjectLockLegalHoldStatus IntelligentTieringAccessTier BucketKeyStatus ChecksumAlgorithm ObjectAccessControlList ObjectOwner LifecycleExpirationDate".split(
          " ",
        ),
        good: "Size",
        bad: "Owner",
      },
    ],
  },
];
