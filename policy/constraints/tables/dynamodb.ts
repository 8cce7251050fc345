import { type TypeRows } from "../schema";
import { api, page } from "./pages";

const attributes = [
  { name: "id", type: "S" },
  { name: "owner", type: "S" },
];
const index = (name: string, more: object = {}) => ({ name, hashKey: "owner", projectionType: "ALL", ...more });
const table = (more: object = {}) => ({ attributes, hashKey: "id", billingMode: "PAY_PER_REQUEST", ...more });

/** DynamoDB. */
export const dynamodb: readonly TypeRows[] = [
  {
    type: "aws:dynamodb/resourcePolicy:ResourcePolicy",
    source: api("dynamodb", "PutResourcePolicy"),
    rows: [
      {
        at: "policy",
        fact: "a policy has at most 20,480 bytes, white space counted",
        maxBytes: 20480,
        good: "{}",
        bad: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "a".repeat(20600),
              Effect: "Allow",
              Principal: { AWS: "111122223333" },
              Action: "dynamodb:GetItem",
              Resource: "*",
            },
          ],
        }),
      },
    ],
  },
  {
    type: "aws:dynamodb/tableReplica:TableReplica",
    source: api("dynamodb", "CreateReplicationGroupMemberAction"),
    rows: [
      {
        at: "globalTableArn",
        fact: "a replica is in another Region than its table",
        otherRegion: true,
        good: "arn:aws:dynamodb:eu-central-1:111122223333:table/orders",
        bad: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
      },
    ],
  },
  {
    type: "aws:dynamodb/table:Table",
    source: api("dynamodb", "CreateTable"),
    rows: [
      {
        at: "",
        fact: "onDemandThroughput goes with the billingMode PAY_PER_REQUEST",
        if: { properties: { billingMode: { const: "PROVISIONED" } } },
        then: { excluded: ["onDemandThroughput"] },
        source: "measured",
        good: table({ onDemandThroughput: { maxReadRequestUnits: 10 } }),
        bad: table({
          billingMode: "PROVISIONED",
          readCapacity: 1,
          writeCapacity: 1,
          onDemandThroughput: { maxReadRequestUnits: 10 },
        }),
      },
      {
        at: "",
        fact: "two indexes of one table have different names, global and local ones together",
        uniqueAcross: ["globalSecondaryIndexes[].name", "localSecondaryIndexes[].name"],
        good: table({ globalSecondaryIndexes: [index("by-owner"), index("of-owner")] }),
        bad: table({ globalSecondaryIndexes: [index("by-owner"), index("by-owner")] }),
      },
      {
        at: "",
        fact: "the global indexes of a table with provisioned capacity have their own readCapacity and writeCapacity",
        if: { properties: { billingMode: { const: "PROVISIONED" } } },
        then: { properties: { "globalSecondaryIndexes[]": { required: ["readCapacity", "writeCapacity"] } } },
        source: api("dynamodb", "GlobalSecondaryIndex"),
        good: table({
          billingMode: "PROVISIONED",
          readCapacity: 1,
          writeCapacity: 1,
          globalSecondaryIndexes: [index("by-owner", { readCapacity: 1, writeCapacity: 1 })],
        }),
        bad: {
          attributes,
          hashKey: "id",
          readCapacity: 1,
          writeCapacity: 1,
          globalSecondaryIndexes: [index("by-owner")],
        },
      },
      {
        at: "replicas[].regionName",
        fact: "a replica is in another Region than its table",
        otherRegion: true,
        source: api("dynamodb", "CreateReplicationGroupMemberAction"),
        good: "eu-central-1",
        bad: "eu-west-1",
      },
      { at: "billingMode", enum: ["PROVISIONED", "PAY_PER_REQUEST"], good: "PROVISIONED", bad: "ON_DEMAND" },
      { at: "tableClass", enum: ["STANDARD", "STANDARD_INFREQUENT_ACCESS"], good: "STANDARD", bad: "INFREQUENT" },
      {
        at: "streamViewType",
        enum: ["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"],
        good: "KEYS_ONLY",
        bad: "NEW_IMAGES",
      },
      {
        at: "",
        fact: "a stream that is on has a streamViewType",
        when: { streamEnabled: true },
        required: ["streamViewType"],
        source: api("dynamodb", "StreamSpecification"),
        good: table({ streamEnabled: true, streamViewType: "KEYS_ONLY" }),
        bad: table({ streamEnabled: true }),
      },
      { at: "attributes[].type", enum: ["S", "N", "B"], good: "S", bad: "STRING" },
      {
        at: "globalSecondaryIndexes[].name",
        fact: "the name of an index has 3 to 255 letters, digits and _ - .",
        pattern: "^[a-zA-Z0-9_.-]{3,255}$",
        good: "by-owner",
        bad: "i",
      },
      {
        at: "localSecondaryIndexes[].name",
        fact: "the name of an index has 3 to 255 letters, digits and _ - .",
        pattern: "^[a-zA-Z0-9_.-]{3,255}$",
        good: "by-owner",
        bad: "i",
      },
      {
        at: "globalSecondaryIndexes[].projectionType",
        enum: ["ALL", "KEYS_ONLY", "INCLUDE"],
        good: "ALL",
        bad: "SOME",
      },
      { at: "localSecondaryIndexes[].projectionType", enum: ["ALL", "KEYS_ONLY", "INCLUDE"], good: "ALL", bad: "SOME" },
      {
        at: "globalSecondaryIndexes[]",
        fact: "nonKeyAttributes go with the projection INCLUDE",
        when: { projectionType: ["ALL", "KEYS_ONLY"] },
        excluded: ["nonKeyAttributes"],
        source: api("dynamodb", "Projection"),
        good: { name: "by-owner", hashKey: "owner", projectionType: "INCLUDE", nonKeyAttributes: ["a"] },
        bad: { name: "by-owner", hashKey: "owner", projectionType: "ALL", nonKeyAttributes: ["a"] },
      },
      {
        at: "globalSecondaryIndexes[]",
        fact: "the projection INCLUDE names nonKeyAttributes",
        when: { projectionType: "INCLUDE" },
        required: ["nonKeyAttributes"],
        source: api("dynamodb", "Projection"),
        good: { name: "by-owner", hashKey: "owner", projectionType: "INCLUDE", nonKeyAttributes: ["a"] },
        bad: { name: "by-owner", hashKey: "owner", projectionType: "INCLUDE" },
      },
      {
        at: "localSecondaryIndexes[]",
        fact: "nonKeyAttributes go with the projection INCLUDE",
        when: { projectionType: ["ALL", "KEYS_ONLY"] },
        excluded: ["nonKeyAttributes"],
        source: api("dynamodb", "Projection"),
        good: { name: "by-owner", rangeKey: "owner", projectionType: "INCLUDE", nonKeyAttributes: ["a"] },
        bad: { name: "by-owner", rangeKey: "owner", projectionType: "ALL", nonKeyAttributes: ["a"] },
      },
      {
        at: "globalSecondaryIndexes[].nonKeyAttributes",
        fact: "an index projects 1 to 20 attributes",
        minItems: 1,
        maxItems: 20,
        uniqueItems: true,
        source: api("dynamodb", "Projection"),
        good: ["a"],
        bad: Array.from({ length: 21 }, (_, i) => `a${i}`),
      },
      {
        at: "",
        fact: "a table with local indexes has a range key",
        dependentRequired: { localSecondaryIndexes: ["rangeKey"] },
        source: page("amazondynamodb/latest/developerguide/LSI"),
        good: {
          attributes: [
            { name: "id", type: "S" },
            { name: "at", type: "N" },
            { name: "owner", type: "S" },
          ],
          hashKey: "id",
          rangeKey: "at",
          localSecondaryIndexes: [{ name: "by-owner", rangeKey: "owner", projectionType: "ALL" }],
        },
        bad: {
          attributes: [
            { name: "id", type: "S" },
            { name: "owner", type: "S" },
          ],
          hashKey: "id",
          localSecondaryIndexes: [{ name: "by-owner", rangeKey: "owner", projectionType: "ALL" }],
        },
      },
      {
        at: "",
        fact: "hash and range key are different attributes",
        different: [["hashKey", "rangeKey"]],
        good: {
          attributes: [
            { name: "id", type: "S" },
            { name: "at", type: "N" },
          ],
          hashKey: "id",
          rangeKey: "at",
        },
        bad: { attributes: [{ name: "id", type: "S" }], hashKey: "id", rangeKey: "id" },
      },
      {
        at: "",
        fact: "on-demand tables take no readCapacity and no writeCapacity",
        when: { billingMode: "PAY_PER_REQUEST" },
        properties: { readCapacity: { maximum: 0 }, writeCapacity: { maximum: 0 } },
        good: table(),
        bad: table({ readCapacity: 5, writeCapacity: 0 }),
      },
      {
        at: "replicas",
        fact: "a Region has one replica",
        uniqueKeys: ["regionName"],
        good: [{ regionName: "eu-west-2" }],
        bad: [{ regionName: "eu-west-2" }, { regionName: "eu-west-2" }],
      },
      { at: "replicas[].consistencyMode", enum: ["EVENTUAL", "STRONG"], good: "STRONG", bad: "WEAK" },
      {
        at: "attributes",
        fact: "an attribute is defined once",
        uniqueKeys: ["name"],
        good: attributes,
        bad: [...attributes, { name: "id", type: "N" }],
      },
      {
        at: "",
        fact: "a time to live that is on names an attribute",
        when: { "ttl.enabled": true },
        required: ["ttl.attributeName"],
        source: api("dynamodb", "TimeToLiveSpecification"),
        good: table({ ttl: { enabled: true, attributeName: "until" } }),
        bad: table({ ttl: { enabled: true } }),
      },
      {
        at: "importTable.inputFormat",
        enum: ["DYNAMODB_JSON", "ION", "CSV"],
        source: api("dynamodb", "ImportTable"),
        good: "CSV",
        bad: "JSON",
      },
      {
        at: "importTable.inputCompressionType",
        enum: ["GZIP", "ZSTD", "NONE"],
        source: api("dynamodb", "ImportTable"),
        good: "GZIP",
        bad: "ZIP",
      },
      {
        at: "name",
        fact: "the name of a table has letters, digits and _ - .",
        pattern: "^[a-zA-Z0-9_.-]+$",
        good: "orders",
        bad: "my orders",
      },
    ],
  },
  {
    type: "aws:dynamodb/globalSecondaryIndex:GlobalSecondaryIndex",
    source: api("dynamodb", "CreateGlobalSecondaryIndexAction"),
    rows: [
      {
        at: "indexName",
        fact: "the name of an index has 3 to 255 letters, digits and _ - .",
        pattern: "^[a-zA-Z0-9_.-]{3,255}$",
        good: "by-owner",
        bad: "i",
      },
    ],
  },
  {
    type: "aws:dynamodb/tableItem:TableItem",
    source: api("dynamodb", "PutItem"),
    rows: [
      {
        at: "item",
        fact: "an item is a JSON object of typed attributes",
        format: "dynamodbItem",
        good: '{"id": {"S": "1"}}',
        bad: '{"id": "1"}',
      },
    ],
  },
  {
    type: "aws:dynamodb/tableExport:TableExport",
    source: api("dynamodb", "ExportTableToPointInTime"),
    rows: [
      { at: "exportFormat", enum: ["DYNAMODB_JSON", "ION"], good: "ION", bad: "CSV" },
      { at: "exportType", enum: ["FULL_EXPORT", "INCREMENTAL_EXPORT"], good: "FULL_EXPORT", bad: "FULL" },
      { at: "s3SseAlgorithm", enum: ["AES256", "KMS"], good: "AES256", bad: "aws:kms" },
    ],
  },
  {
    type: "aws:dynamodb/contributorInsights:ContributorInsights",
    source: api("dynamodb", "UpdateContributorInsights"),
    rows: [
      { at: "mode", enum: ["ACCESSED_AND_THROTTLED_KEYS", "THROTTLED_KEYS"], good: "THROTTLED_KEYS", bad: "ALL_KEYS" },
    ],
  },
  {
    type: "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination",
    source: api("dynamodb", "EnableKinesisStreamingDestination"),
    rows: [
      {
        at: "approximateCreationDateTimePrecision",
        enum: ["MILLISECOND", "MICROSECOND"],
        good: "MICROSECOND",
        bad: "SECOND",
      },
    ],
  },
];
