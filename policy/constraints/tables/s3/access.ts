import { naming } from "../../../../limits/naming";
import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";

const events =
  /^s3:(TestEvent|ObjectCreated:(\*|Put|Post|Copy|CompleteMultipartUpload)|ObjectRemoved:(\*|Delete|DeleteMarkerCreated)|ObjectRestore:(\*|Post|Completed|Delete)|ReducedRedundancyLostObject|Replication:(\*|OperationFailedReplication|OperationNotTracked|OperationMissedThreshold|OperationReplicatedAfterThreshold)|LifecycleTransition|IntelligentTiering|ObjectAcl:Put|LifecycleExpiration:(\*|Delete|DeleteMarkerCreated)|ObjectTagging:(\*|Put|Delete))$/
    .source;

/** S3. */
export const s3Access: readonly TypeRows[] = [
  {
    type: "aws:s3/bucket:Bucket",
    source: page("AmazonS3/latest/userguide/bucketnamingrules"),
    rows: [
      {
        at: "bucket",
        fact: "the name of a bucket has 3 to 63 lowercase letters, digits, periods and hyphens, and is no IP address",
        pattern: naming.bucket,
        good: "orders-eu",
        bad: "Orders_EU",
      },
      {
        at: "bucket",
        fact: "the name of a bucket begins and ends with none of S3's own words",
        not: { anyOf: [{ pattern: naming.bucketReservedPrefix }, { pattern: naming.bucketReservedSuffix }] },
        good: "orders-eu",
        bad: "orders--x-s3",
      },
    ],
  },
  {
    type: "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
    source: api("s3", "CORSRule"),
    rows: [
      { at: "corsRules[].allowedMethods[]", enum: ["GET", "PUT", "HEAD", "POST", "DELETE"], good: "GET", bad: "PATCH" },
      {
        at: "corsRules[].allowedOrigins[]",
        fact: "an origin has one asterisk at most",
        pattern: "^[^*]*\\*?[^*]*$",
        source: "measured",
        good: "https://*.example",
        bad: "https://*.*.example",
      },
      {
        at: "corsRules[].allowedHeaders[]",
        fact: "a header has one asterisk at most",
        pattern: "^[^*]*\\*?[^*]*$",
        source: "measured",
        good: "x-*",
        bad: "x-*-*",
      },
      {
        at: "corsRules[].exposeHeaders[]",
        fact: "an exposed header is a name without asterisk",
        not: { pattern: "\\*" },
        source: "measured",
        good: "ETag",
        bad: "*",
      },
      {
        at: "corsRules",
        maxItems: 100,
        good: [{ allowedMethods: ["GET"], allowedOrigins: ["*"] }],
        bad: Array.from({ length: 101 }, () => ({ allowedMethods: ["GET"], allowedOrigins: ["*"] })),
      },
    ],
  },
  {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    source: api("s3", "ServerSideEncryptionByDefault"),
    rows: [
      {
        at: "rules[].applyServerSideEncryptionByDefault.sseAlgorithm",
        enum: ["AES256", "aws:kms", "aws:kms:dsse", "aws:fsx"],
        good: "AES256",
        bad: "aes256",
      },
      {
        at: "rules[].applyServerSideEncryptionByDefault",
        fact: "a key is for aws:kms and aws:kms:dsse",
        when: { sseAlgorithm: "AES256" },
        excluded: ["kmsMasterKeyId"],
        good: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" },
        bad: { sseAlgorithm: "AES256", kmsMasterKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" },
      },
      {
        at: "rules",
        maxItems: 1,
        good: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
        bad: [
          { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
          { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
        ],
      },
    ],
  },
  {
    type: "aws:s3/bucketVersioning:BucketVersioning",
    source: api("s3", "VersioningConfiguration"),
    rows: [
      { at: "versioningConfiguration.status", enum: ["Enabled", "Suspended", "Disabled"], good: "Enabled", bad: "On" },
      { at: "versioningConfiguration.mfaDelete", enum: ["Enabled", "Disabled"], good: "Disabled", bad: "Off" },
    ],
  },
  {
    type: "aws:s3/bucketNotification:BucketNotification",
    source: page("AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations"),
    rows: ["lambdaFunctions", "queues", "topics"].map((kind): Row => ({
      at: `${kind}[].events[]`,
      fact: "an event is one of those of S3, such as s3:ObjectCreated:*",
      pattern: events,
      good: "s3:ObjectCreated:*",
      bad: "s3:ObjectCreate:*",
    })),
  },
  {
    type: "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
    source: api("s3", "WebsiteConfiguration"),
    rows: [
      {
        at: "",
        fact: "a site redirects all requests, or has documents and rules of its own",
        dependentExcluded: {
          redirectAllRequestsTo: ["indexDocument", "errorDocument", "routingRules", "routingRuleDetails"],
        },
        good: { bucket: "b", redirectAllRequestsTo: { hostName: "a.example" } },
        bad: { bucket: "b", redirectAllRequestsTo: { hostName: "a.example" }, indexDocument: { suffix: "index.html" } },
      },
      {
        at: "",
        fact: "a site has an indexDocument or redirects all requests",
        requiredOr: ["indexDocument", "redirectAllRequestsTo"],
        good: { bucket: "b", indexDocument: { suffix: "index.html" } },
        bad: { bucket: "b", errorDocument: { key: "e.html" } },
      },
      {
        at: "indexDocument.suffix",
        fact: "an index document is a name without slashes",
        pattern: "^[^/]+$",
        source: api("s3", "IndexDocument"),
        good: "index.html",
        bad: "site/index.html",
      },
      { at: "redirectAllRequestsTo.protocol", enum: ["http", "https"], good: "https", bad: "HTTPS" },
      {
        at: "routingRules[].redirect",
        fact: "replaceKeyPrefixWith and replaceKeyWith exclude each other",
        atMostOne: ["replaceKeyPrefixWith", "replaceKeyWith"],
        source: api("s3", "Redirect"),
        good: { replaceKeyWith: "a" },
        bad: { replaceKeyWith: "a", replaceKeyPrefixWith: "b" },
      },
      {
        at: "routingRules[].redirect.httpRedirectCode",
        fact: "a redirect is a code of 3XX",
        pattern: "^3\\d\\d$",
        source: "measured",
        good: "301",
        bad: "200",
      },
    ],
  },
  {
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    source: page("AmazonS3/latest/API/API_OwnershipControlsRule"),
    rows: [
      {
        at: "rule.objectOwnership",
        enum: ["BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"],
        good: "BucketOwnerEnforced",
        bad: "BucketOwner",
      },
    ],
  },
  {
    type: "aws:s3/bucketAcl:BucketAcl",
    source: api("s3", "PutBucketAcl"),
    rows: [
      {
        at: "acl",
        enum: [
          "private",
          "public-read",
          "public-read-write",
          "authenticated-read",
          "aws-exec-read",
          "bucket-owner-read",
          "bucket-owner-full-control",
          "log-delivery-write",
        ],
        good: "private",
        bad: "public",
      },
    ],
  },
  {
    type: "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration",
    source: api("s3", "PutBucketAccelerateConfiguration"),
    rows: [
      { at: "status", enum: ["Enabled", "Suspended"], good: "Enabled", bad: "On" },
      {
        at: "bucket",
        fact: "a bucket with transfer acceleration has no period in its name",
        pattern: "^[^.]+$",
        source: page("AmazonS3/latest/userguide/transfer-acceleration"),
        good: "orders",
        bad: "orders.example",
      },
    ],
  },
  {
    type: "aws:s3/accessPoint:AccessPoint",
    source: page("AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules"),
    rows: [
      {
        at: "name",
        fact: "the name of an access point has 3 to 50 lowercase letters, digits and hyphens",
        pattern: "^[a-z0-9][a-z0-9-]{1,48}[a-z0-9]$|--xa-s3$",
        good: "orders",
        bad: "Orders",
      },
    ],
  },
];
