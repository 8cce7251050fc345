import { measured, type Row, type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { together } from "../../together";
import { guide } from "./shared";

export const reserved = (at: string, ends: string, fact: string, good: string, bad: string): Row => ({
  at,
  fact,
  not: { pattern: ends },
  source: guide("bucketnamingrules"),
  good,
  bad,
});

const lens = "storageLensConfiguration";

/** Versions, replication, metadata and Storage Lens. */
export const dataRows: readonly TypeRows[] = [
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
