import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const guide = (name: string) => page(`AmazonS3/latest/userguide/${name}`);
const lifecycle = (rule: object) => ({ bucket: "b", rules: [{ id: "r", status: "Enabled", filter: {}, ...rule }] });
const transitions = (...all: readonly (readonly [days: number, storageClass: string])[]) =>
  lifecycle({ transitions: all.map(([days, storageClass]) => ({ days, storageClass })) });
const queue = (region: string) => `arn:aws:sqs:${region}:111122223333:q`;

const order = (fact: string, good: object, bad: object): Row =>
  together(
    fact,
    { join: "transitions", source: guide("lifecycle-transition-general-considerations") },
    {},
    { ...good },
    { ...bad },
  );

const notification: TypeRows = {
  type: "aws:s3/bucketNotification:BucketNotification",
  source: api("s3", "PutBucketNotificationConfiguration"),
  rows: (
    [
      ["queues", "queueArn", queue("eu-west-1")],
      ["topics", "topicArn", "arn:aws:sns:eu-west-1:111122223333:t"],
      ["lambdaFunctions", "lambdaFunctionArn", "arn:aws:lambda:eu-west-1:111122223333:function:f"],
    ] as const
  ).map(([list, property, good]) => ({
    at: `${list}[].${property}`,
    fact: "who is notified is in the bucket's own Region",
    ownRegion: true,
    good,
    bad: good.replace("eu-west-1", "us-east-1"),
  })),
};

const lifecycleRows: TypeRows = {
  type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  source: api("s3", "PutBucketLifecycleConfiguration"),
  rows: [
    order(
      "objects go down from class to class, and stay in each for its least time",
      transitions([30, "STANDARD_IA"], [90, "GLACIER"]),
      transitions([30, "GLACIER"], [90, "STANDARD_IA"]),
    ),
    order(
      "objects go down from class to class, and stay in each for its least time",
      transitions([30, "STANDARD_IA"], [60, "GLACIER"]),
      transitions([30, "STANDARD_IA"], [45, "GLACIER"]),
    ),
    {
      at: "rules[].transitions",
      fact: "a rule goes to a class once",
      uniqueKeys: ["storageClass"],
      good: [{ days: 30, storageClass: "STANDARD_IA" }],
      bad: [
        { days: 30, storageClass: "STANDARD_IA" },
        { days: 60, storageClass: "STANDARD_IA" },
      ],
    },
    {
      at: "rules[]",
      fact: "a rule counts in days or names dates, not both",
      not: {
        anyOf: [
          { required: ["expiration.date", "transitions[].days"] },
          { required: ["expiration.days", "transitions[].date"] },
        ],
      },
      good: {
        id: "r",
        status: "Enabled",
        expiration: { days: 90 },
        transitions: [{ days: 30, storageClass: "STANDARD_IA" }],
      },
      bad: {
        id: "r",
        status: "Enabled",
        expiration: { days: 90 },
        transitions: [{ date: "2027-01-01T00:00:00Z", storageClass: "STANDARD_IA" }],
      },
    },
    ...(["rules[].expiration.date", "rules[].transitions[].date"] as const).map((at) => ({
      at,
      fact: "a date is midnight UTC",
      pattern: "^\\d{4}-\\d\\d-\\d\\d(T00:00:00(\\.0+)?(Z|\\+00:?00))?$",
      good: "2027-01-01T00:00:00Z",
      bad: "2027-01-01T12:00:00Z",
    })),
  ],
};

const reserved = (at: string, ends: string, fact: string, good: string, bad: string): Row => ({
  at,
  fact,
  not: { pattern: ends },
  source: guide("bucketnamingrules"),
  good,
  bad,
});

const lens = "storageLensConfiguration";

/** S3: settings that go together, or do not. */
export const s3Combinations: readonly TypeRows[] = [
  notification,
  lifecycleRows,
  {
    type: "aws:s3/accessPoint:AccessPoint",
    source: guide("access-points-restrictions-limitations-naming-rules"),
    rows: [
      reserved("name", "(-s3alias|-ext-s3alias)$", "a name does not end with -s3alias", "orders", "orders-s3alias"),
    ],
  },
  {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    source: guide("bucket-policies"),
    rows: [
      {
        at: "policy",
        fact: "a policy of a bucket names a Principal and resources of S3 that its actions are about",
        format: "bucketPolicy",
        good: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}',
        bad: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b"}]}',
      },
    ],
  },
  {
    type: "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
    source: api("s3", "Tiering"),
    rows: [
      {
        at: "tierings",
        fact: "a tier stands once",
        uniqueKeys: ["accessTier"],
        good: [{ accessTier: "ARCHIVE_ACCESS", days: 90 }],
        bad: [
          { accessTier: "ARCHIVE_ACCESS", days: 90 },
          { accessTier: "ARCHIVE_ACCESS", days: 120 },
        ],
      },
      {
        at: "tierings",
        fact: "DEEP_ARCHIVE_ACCESS begins after ARCHIVE_ACCESS",
        join: "tiers",
        good: [
          { accessTier: "ARCHIVE_ACCESS", days: 90 },
          { accessTier: "DEEP_ARCHIVE_ACCESS", days: 180 },
        ],
        bad: [
          { accessTier: "ARCHIVE_ACCESS", days: 200 },
          { accessTier: "DEEP_ARCHIVE_ACCESS", days: 180 },
        ],
      },
    ],
  },
  {
    type: "aws:s3/bucketVersioning:BucketVersioning",
    source: api("s3", "PutBucketVersioning"),
    rows: [
      together(
        "a bucket that replicates, or locks objects, keeps its versions",
        {
          join: "versionsKept",
          beside: {
            replication: {
              type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
              properties: { bucket: "b", role: "r", rules: [] },
            },
          },
        },
        { bucket: "b" },
        { versioningConfiguration: { status: "Enabled" } },
        { versioningConfiguration: { status: "Suspended" } },
      ),
    ],
  },
  {
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    source: api("s3", "ReplicationRule"),
    rows: [
      {
        at: "rules[]",
        fact: "objects under keys of KMS are replicated under a key that the destination names",
        when: { "sourceSelectionCriteria.sseKmsEncryptedObjects.status": "Enabled" },
        required: ["destination.encryptionConfiguration.replicaKmsKeyId"],
        good: {
          id: "r",
          status: "Enabled",
          destination: { bucket: "arn:aws:s3:::o", encryptionConfiguration: { replicaKmsKeyId: "k" } },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
        },
        bad: {
          id: "r",
          status: "Enabled",
          destination: { bucket: "arn:aws:s3:::o" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
        },
      },
      {
        at: "rules[]",
        fact: "a rule has a prefix or a filter",
        atMostOne: ["prefix", "filter"],
        good: { id: "r", status: "Enabled", filter: { prefix: "a" }, destination: { bucket: "arn:aws:s3:::o" } },
        bad: {
          id: "r",
          status: "Enabled",
          prefix: "a",
          filter: { prefix: "a" },
          destination: { bucket: "arn:aws:s3:::o" },
        },
      },
      {
        at: "rules[].destination.metrics.eventThreshold.minutes",
        const: 15,
        source: api("s3", "ReplicationTimeValue"),
        good: 15,
        bad: 30,
      },
    ],
  },
  {
    type: "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
    source: api("s3", "PutBucketWebsite"),
    rows: [
      {
        at: "routingRules[]",
        fact: "a condition has a prefix of keys or a code of errors",
        if: { required: ["condition"] },
        then: { requiredOr: ["condition.keyPrefixEquals", "condition.httpErrorCodeReturnedEquals"] },
        good: { condition: { keyPrefixEquals: "a/" }, redirect: { hostName: "a.example.com" } },
        bad: { condition: {}, redirect: { hostName: "a.example.com" } },
      },
      {
        at: "routingRules[].redirect",
        fact: "a redirect says where to",
        minProperties: 1,
        good: { hostName: "a.example.com" },
        bad: {},
      },
    ],
  },
  {
    type: "aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration",
    source: guide("metadata-tables-overview"),
    rows: [
      {
        at: "metadataConfiguration.journalTableConfiguration.recordExpiration.days",
        minimum: 7,
        maximum: 2147483647,
        good: 7,
        bad: 6,
      },
      ...(["inventoryTableConfiguration", "journalTableConfiguration"] as const).map((table) => ({
        at: `metadataConfiguration.${table}.encryptionConfiguration`,
        fact: "aws:kms names a key",
        when: { sseAlgorithm: "aws:kms" },
        required: ["kmsKeyArn"],
        good: { sseAlgorithm: "aws:kms", kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/k" },
        bad: { sseAlgorithm: "aws:kms" },
      })),
    ],
  },
  {
    type: "aws:s3control/storageLensConfiguration:StorageLensConfiguration",
    source: guide("storage_lens_basics_metrics_recommendations"),
    rows: [
      ...(["include", "exclude"] as const).map((scope) => ({
        at: `${lens}.${scope}.buckets[]`,
        fact: "a bucket is named by its ARN",
        pattern: "^arn:[^:]*:s3:::",
        good: "arn:aws:s3:::b",
        bad: "b",
      })),
      {
        at: `${lens}.prefixDelimiter`,
        fact: "a delimiter is one character",
        maxLength: 1,
        source: measured,
        good: "/",
        bad: "//",
      },
      {
        at: `${lens}.accountLevel.bucketLevel.prefixLevel.storageMetrics.selectionCriteria.delimiter`,
        fact: "a delimiter is one character",
        maxLength: 1,
        source: measured,
        good: "/",
        bad: "//",
      },
    ],
  },
  {
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    source: guide("replication-add-config"),
    rows: [
      {
        at: "rules[]",
        fact: "a rule by tags replicates no delete markers",
        if: { anyOf: [{ required: ["filter.tag"] }, { required: ["filter.and.tags"] }] },
        then: { properties: { "deleteMarkerReplication.status": { const: "Disabled" } } },
        good: {
          id: "r",
          status: "Enabled",
          filter: { tag: { key: "k", value: "v" } },
          deleteMarkerReplication: { status: "Disabled" },
          destination: { bucket: "arn:aws:s3:::o" },
        },
        bad: {
          id: "r",
          status: "Enabled",
          filter: { tag: { key: "k", value: "v" } },
          deleteMarkerReplication: { status: "Enabled" },
          destination: { bucket: "arn:aws:s3:::o" },
        },
      },
    ],
  },
];
