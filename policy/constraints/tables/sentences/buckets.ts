import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api } from "../pages";
import { like } from "../together";

const grantee = "accessControlPolicy.grants[].grantee";
const replicated = (more: object) => ({
  rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::copies" }, ...more }],
});
const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`tag${n}`, "a"]));
const journal = "metadataConfiguration.journalTableConfiguration.recordExpiration";
const filtered = (path: string, source: string, properties: readonly string[], good: object): Row =>
  at(path, "a filter says by what", { requiredOr: properties, source }, good, {});

/** What sentences of the API models say of buckets. */
export const bucketSentences: readonly TypeRows[] = [
  {
    type: "aws:s3/bucketAcl:BucketAcl",
    source: api("s3", "Grantee"),
    rows: [
      at(
        `${grantee}.type`,
        "nobody is granted by an address of e-mail",
        { not: { const: "AmazonCustomerByEmail" } },
        "Group",
        "AmazonCustomerByEmail",
      ),
      at(
        grantee,
        "a user is named by id",
        { when: { type: "CanonicalUser" }, required: ["id"] },
        { type: "CanonicalUser", id: "a1" },
        { type: "CanonicalUser" },
      ),
      at(
        grantee,
        "a group is named by uri",
        { when: { type: "Group" }, required: ["uri"] },
        { type: "Group", uri: "http://acs.amazonaws.com/groups/s3/LogDelivery" },
        { type: "Group" },
      ),
    ],
  },
  {
    type: "aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration",
    source: api("s3", "RecordExpiration"),
    rows: [
      at(
        journal,
        "records expire after days",
        { when: { expiration: "ENABLED" }, required: ["days"] },
        { expiration: "ENABLED", days: 7 },
        { expiration: "ENABLED" },
      ),
    ],
  },
  {
    type: "aws:s3/analyticsConfiguration:AnalyticsConfiguration",
    source: api("s3", "AnalyticsFilter"),
    rows: [filtered("filter", api("s3", "AnalyticsFilter"), ["prefix", "tags"], { prefix: "a/" })],
  },
  {
    type: "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
    source: api("s3", "IntelligentTieringFilter"),
    rows: [filtered("filter", api("s3", "IntelligentTieringFilter"), ["prefix", "tags"], { prefix: "a/" })],
  },
  {
    type: "aws:s3/bucketMetric:BucketMetric",
    source: api("s3", "PutBucketMetricsConfiguration"),
    rows: [
      filtered("filter", api("s3", "MetricsFilter"), ["prefix", "tags", "accessPoint"], { prefix: "a/" }),
      like("name", "an id has letters, digits, periods, dashes and underscores", "^[\\w.-]*$", "orders", "all orders"),
    ],
  },
  {
    type: "aws:s3/bucketNotification:BucketNotification",
    source: api("s3", "FilterRule"),
    rows: ["lambdaFunctions", "queues", "topics"].flatMap((list) =>
      ["filterPrefix", "filterSuffix"].map((name) => ({
        at: `${list}[].${name}`,
        maxLength: 1024,
        good: "a".repeat(1024),
        bad: "a".repeat(1025),
      })),
    ),
  },
  {
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    source: api("s3", "ReplicationRule"),
    rows: [
      at(
        "rules[].filter",
        "a filter is a prefix, a tag or several of them in and",
        { atMostOne: ["prefix", "tag", "and"], source: api("s3", "ReplicationRuleFilter") },
        { prefix: "a/" },
        { prefix: "a/", tag: { key: "a", value: "b" } },
      ),
      says(
        "changes of replicas are replicated by a rule with a filter",
        {
          properties: {
            "rules[]": { dependentRequired: { "sourceSelectionCriteria.replicaModifications": ["filter"] } },
          },
          source: api("s3", "SourceSelectionCriteria"),
        },
        replicated({
          filter: { prefix: "a/" },
          priority: 1,
          sourceSelectionCriteria: { replicaModifications: { status: "Enabled" } },
        }),
        replicated({ prefix: "a/", sourceSelectionCriteria: { replicaModifications: { status: "Enabled" } } }),
      ),
    ],
  },
  {
    type: "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
    source: api("s3", "PutBucketWebsite"),
    rows: [
      {
        at: "routingRules",
        maxItems: 50,
        good: [],
        bad: Array.from({ length: 51 }, (_, n) => ({
          condition: { keyPrefixEquals: `${n}/` },
          redirect: { replaceKeyPrefixWith: "a/" },
        })),
      },
    ],
  },
  ...["aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/objectCopy:ObjectCopy"].map((type) => ({
    type,
    source: api("s3", "PutObjectTagging"),
    rows: [at("tags", "an object has at most 10 tags", { maxProperties: 10 }, tags(10), tags(11))],
  })),
];
