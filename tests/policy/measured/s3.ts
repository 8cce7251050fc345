import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";
import { s3Data } from "./s3Data";

type Arguments = Record<string, unknown>;

const bucketType = "aws:s3/bucket:Bucket";
const bucket = on(bucketType);
const named = (says: string, bad: string, good: string) => bucket(says, { bucket: bad }, { bucket: good });

const open: readonly Made[] = [
  [bucketType, "own", { bucket: "own" }],
  [
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    "own",
    {
      bucket: "own",
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
  ],
];

const policyType = "aws:s3/bucketPolicy:BucketPolicy";
const policy = (statement: Arguments, version = "2012-10-17"): Arguments => ({
  bucket: "own",
  policy: JSON.stringify({ Version: version, Statement: [statement] }),
});
const read = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/r" },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::own/*",
};

const notification = on("aws:s3/bucketNotification:BucketNotification", { bucket: "own" });
const created = ["s3:ObjectCreated:*"];
const queueArn = "arn:aws:sqs:eu-west-1:111122223333:own";
const topicArn = "arn:aws:sns:eu-west-1:111122223333:own";

const website = on("aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", { bucket: "own" });
const index = { indexDocument: { suffix: "index.html" } };
const redirects = (redirect: Arguments, condition: Arguments = { keyPrefixEquals: "a/" }) => ({
  ...index,
  routingRules: [{ condition, redirect }],
});

const metadata = (journal: Arguments) => ({
  metadataConfiguration: {
    inventoryTableConfiguration: { configurationState: "DISABLED" },
    journalTableConfiguration: { recordExpiration: { expiration: "ENABLED", days: 7 }, ...journal },
  },
});

const lens = on("aws:s3control/storageLensConfiguration:StorageLensConfiguration", { configId: "own" });
const scope = (filter: Arguments) => ({
  storageLensConfiguration: { enabled: true, accountLevel: { bucketLevel: {} }, ...filter },
});
const levels = (account: Arguments) => ({
  storageLensConfiguration: {
    enabled: true,
    accountLevel: { ...account, bucketLevel: { advancedCostOptimizationMetrics: { enabled: true } } },
  },
});

export const s3: FactsByName = {
  ...s3Data,
  "s3-accelerate-dotted-name": bucket(
    "a bucket with dots is not accelerated",
    { bucket: "own.data", accelerationStatus: "Enabled" },
    { bucket: "own-data", accelerationStatus: "Enabled" },
  ),
  "s3-acl-public-blocked": bucket("a new bucket takes no public ACL", { acl: "public-read" }, { acl: "private" }),
  "s3-ap-name-alias-suffix": on("aws:s3/accessPoint:AccessPoint", { bucket: "own" })(
    "the name of an access point is no alias",
    { name: "own-s3alias" },
    { name: "own-point" },
  ),
  "s3-bucket-name-double-dot": named("two dots do not follow each other", "own..data", "own.data"),
  "s3-bucket-name-ip-address": named("a name is no address", "192.168.5.4", "192-168-5-4"),
  "s3-bucket-name-reserved-prefix": named("xn-- is not for buckets", "xn--own", "xn-own"),
  "s3-bucket-name-reserved-suffix": named("-s3alias is not for buckets", "own-s3alias", "own-alias"),
  "s3-bucket-namespace-account-regional-name": bucket(
    "a bucket of the account's namespace has the account in its name",
    { bucketNamespace: "account-regional", bucket: "own" },
    { bucketNamespace: "account-regional", bucket: "own-111122223333-eu-west-1-an" },
  ),
  "s3-bucket-policy-action-resource": on(policyType)(
    "what is done with objects names objects",
    policy({ ...read, Resource: "arn:aws:s3:::own" }),
    policy(read),
  ),
  "s3-bucket-policy-principal": on(policyType)(
    "a statement has a principal",
    policy({ ...read, Principal: undefined }),
    policy(read),
  ),
  "s3-bucket-policy-version": on(policyType)(
    "a version is one of two",
    policy(read, "2020-01-01"),
    policy(read, "2012-10-17"),
  ),
  "s3-policy-public-with-block-public-policy": beside(
    open,
    "a bucket that is closed takes no public policy",
    [policyType, "subject", policy({ ...read, Principal: "*" })],
    [policyType, "subject", policy(read)],
  ),
  "s3-encryption-kms-key-with-aes256": on(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    { bucket: "own" },
  )(
    "AES256 has no key",
    {
      rules: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "AES256",
            kmsMasterKeyId: "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111",
          },
        },
      ],
    },
    {
      rules: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "aws:kms",
            kmsMasterKeyId: "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111",
          },
        },
      ],
    },
  ),
  "s3-metadata-kms-requires-key": on("aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration", {
    bucket: "own",
  })(
    "KMS needs a key",
    metadata({ encryptionConfiguration: { sseAlgorithm: "aws:kms" } }),
    metadata({
      encryptionConfiguration: {
        sseAlgorithm: "aws:kms",
        kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111",
      },
    }),
  ),
  "s3-metadata-record-expiration-days": on("aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration", {
    bucket: "own",
  })(
    "a journal is kept for a week",
    metadata({ recordExpiration: { expiration: "ENABLED", days: 6 } }),
    metadata({ recordExpiration: { expiration: "ENABLED", days: 7 } }),
  ),
  "s3-notification-destination-region": notification(
    "events stay in the Region",
    { queues: [{ queueArn: queueArn.replace("eu-west-1", "us-east-1"), events: created }] },
    { queues: [{ queueArn, events: created }] },
  ),
  "s3-notification-event-name": notification(
    "an event is one of S3's",
    { queues: [{ queueArn, events: ["s3:ObjectCreated:Upload"] }] },
    { queues: [{ queueArn, events: ["s3:ObjectCreated:Put"] }] },
  ),
  "s3-notification-fifo-queue": notification(
    "events go to no FIFO queue",
    { queues: [{ queueArn: `${queueArn}.fifo`, events: created }] },
    { queues: [{ queueArn, events: created }] },
  ),
  "s3-notification-fifo-topic": notification(
    "events go to no FIFO topic",
    { topics: [{ topicArn: `${topicArn}.fifo`, events: created }] },
    { topics: [{ topicArn, events: created }] },
  ),
  "s3-notification-overlapping-filters": notification(
    "an event goes one way",
    {
      queues: [{ queueArn, events: created, filterPrefix: "a/" }],
      topics: [{ topicArn, events: ["s3:ObjectCreated:Put"], filterPrefix: "a/b/" }],
    },
    {
      queues: [{ queueArn, events: created, filterPrefix: "a/" }],
      topics: [{ topicArn, events: ["s3:ObjectCreated:Put"], filterPrefix: "b/" }],
    },
  ),
  "s3-storagelens-bucket-level-needs-account-level": lens(
    "a metric of buckets is one of the account",
    levels({}),
    levels({ advancedCostOptimizationMetrics: { enabled: true } }),
  ),
  "s3-storagelens-buckets-arn": lens(
    "buckets are named by ARN",
    scope({ include: { buckets: ["own"] } }),
    scope({ include: { buckets: ["arn:aws:s3:::own"] } }),
  ),
  "s3-storagelens-include-empty": lens(
    "what is included is named",
    scope({ include: {} }),
    scope({ include: { regions: ["eu-west-1"] } }),
  ),
  "s3-storagelens-include-exclude-exclusive": lens(
    "buckets are included or excluded",
    scope({ include: { regions: ["eu-west-1"] }, exclude: { regions: ["us-east-1"] } }),
    scope({ include: { regions: ["eu-west-1"] } }),
  ),
  "s3-website-empty-condition": website(
    "a condition has something",
    redirects({ hostName: "a.example.com" }, {}),
    redirects({ hostName: "a.example.com" }),
  ),
  "s3-website-empty-redirect-rule": website(
    "a redirect has something",
    redirects({}),
    redirects({ hostName: "a.example.com" }),
  ),
  "s3-website-redirect-exclusive": website(
    "what redirects all has no pages",
    { ...index, redirectAllRequestsTo: { hostName: "a.example.com" } },
    { redirectAllRequestsTo: { hostName: "a.example.com" } },
  ),
  "s3-website-replace-key-exclusive": website(
    "a key is replaced once",
    redirects({ replaceKeyWith: "b", replaceKeyPrefixWith: "b/" }),
    redirects({ replaceKeyPrefixWith: "b/" }),
  ),
  "s3-website-routing-rules-need-index": website(
    "rules need an index",
    { ...redirects({ hostName: "a.example.com" }), indexDocument: undefined },
    redirects({ hostName: "a.example.com" }),
  ),
};
