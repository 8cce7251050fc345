import { type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";

const directory = "orders--euw1-az1--x-s3";
const ofDirectory = { bucket: { pattern: "--x-s3$" } };
const named = "orders";

/** What a bucket has and a directory bucket does not. */
const general: Readonly<Record<string, readonly [operation: string, what: string, values: object]>> = {
  "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration": [
    "PutBucketAccelerateConfiguration",
    "acceleration",
    { status: "Enabled" },
  ],
  "aws:s3/bucketAcl:BucketAcl": ["PutBucketAcl", "access control list", { acl: "private" }],
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": [
    "PutBucketCors",
    "CORS",
    { corsRules: [{ allowedMethods: ["GET"], allowedOrigins: ["https://example.com"] }] },
  ],
  "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration": [
    "PutBucketIntelligentTieringConfiguration",
    "tiering",
    { name: named, tierings: [{ accessTier: "ARCHIVE_ACCESS", days: 90 }] },
  ],
  "aws:s3/analyticsConfiguration:AnalyticsConfiguration": [
    "PutBucketAnalyticsConfiguration",
    "analytics",
    { name: named },
  ],
  "aws:s3/bucketLogging:BucketLogging": ["PutBucketLogging", "log", { targetBucket: "logs", targetPrefix: "a/" }],
  "aws:s3/bucketNotification:BucketNotification": [
    "PutBucketNotificationConfiguration",
    "notification",
    { eventbridge: true },
  ],
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": [
    "PutObjectLockConfiguration",
    "object lock",
    { rule: { defaultRetention: { mode: "GOVERNANCE", days: 1 } } },
  ],
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": [
    "PutBucketOwnershipControls",
    "ownership control",
    { rule: { objectOwnership: "BucketOwnerEnforced" } },
  ],
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": [
    "PutBucketReplication",
    "replication",
    {
      role: "arn:aws:iam::111122223333:role/r",
      rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::copies" } }],
    },
  ],
  "aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration": [
    "PutBucketRequestPayment",
    "payer of requests",
    { payer: "Requester" },
  ],
  "aws:s3/bucketVersioning:BucketVersioning": [
    "PutBucketVersioning",
    "versioning",
    { versioningConfiguration: { status: "Enabled" } },
  ],
  "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration": [
    "PutBucketWebsite",
    "website",
    { indexDocument: { suffix: "index.html" } },
  ],
};
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const expiring = (more: object) => ({ rules: [{ id: "r", status: "Enabled", expiration: { days: 1 }, ...more }] });
const transitions = [{ days: 30, storageClass: "GLACIER" }];
const cleaned: Readonly<Record<string, object>> = {
  "rules[].transitions": expiring({ transitions }),
  "rules[].noncurrentVersionExpiration": expiring({ noncurrentVersionExpiration: { noncurrentDays: 1 } }),
  "rules[].noncurrentVersionTransitions": expiring({
    noncurrentVersionTransitions: [{ noncurrentDays: 30, storageClass: "GLACIER" }],
  }),
  "rules[].expiration.date": { rules: [{ id: "r", status: "Enabled", expiration: { date: "2030-01-01T00:00:00Z" } }] },
  "rules[].filter.tag": expiring({ filter: { tag: { key: "a", value: "b" } } }),
};
const statement = (Action: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "111122223333" },
        Action,
        Resource: `arn:aws:s3express:eu-west-1:111122223333:bucket/${directory}`,
      },
    ],
  });

/** What sentences of the API models say of directory buckets. */
export const directorySentences: readonly TypeRows[] = [
  ...Object.entries(general).map(([type, [operation, what, values]]) => ({
    type,
    source: api("s3", operation),
    rows: [
      together(
        `a directory bucket has no ${what}`,
        { properties: { bucket: { not: { pattern: "--x-s3$" } } } },
        values as Record<string, unknown>,
        { bucket: "orders" },
        { bucket: directory },
      ),
    ],
  })),
  {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    source: api("s3", "ServerSideEncryptionByDefault"),
    rows: [
      together(
        "a directory bucket is encrypted by AES256 or aws:kms",
        {
          when: ofDirectory,
          properties: {
            "rules[].applyServerSideEncryptionByDefault.sseAlgorithm": { enum: ["AES256", "aws:kms"] },
          },
        },
        { bucket: directory },
        { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key } }] },
        { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms:dsse", kmsMasterKeyId: key } }] },
      ),
    ],
  },
  {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    source: api("s3", "PutBucketLifecycleConfiguration"),
    rows: [
      ...Object.entries(cleaned).map(([path, bad]) => ({
        ...together(
          `rules of a directory bucket expire objects by days and names: ${path.replace("rules[].", "")} is not for it`,
          { when: ofDirectory, excluded: [path] },
          { bucket: directory },
          expiring({}),
          bad as Record<string, unknown>,
        ),
      })),
      {
        at: "rules[].noncurrentVersionTransitions[].newerNoncurrentVersions",
        maximum: 100,
        source: api("s3", "NoncurrentVersionTransition"),
        good: 100,
        bad: 101,
      },
    ],
  },
  {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    source: api("s3", "PutBucketPolicy"),
    rows: [
      together(
        "a policy of a directory bucket is about s3express:CreateSession alone",
        {
          when: ofDirectory,
          properties: Object.fromEntries(
            ["policy.$json.Statement[].Action", "policy.$json.Statement[].Action[]"].map((path) => [
              path,
              { pattern: "^(\\*|s3express:.*)$" },
            ]),
          ),
        },
        { bucket: directory },
        { policy: statement("s3express:CreateSession") },
        { policy: statement("s3:GetObject") },
      ),
    ],
  },
];
