import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { classes } from "./lifecycle";

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
