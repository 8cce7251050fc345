import { naming } from "../../../../limits/naming";
import { type TypeRows } from "../../schema";
import { api } from "../pages";

/** What belongs to a table of DynamoDB. */
export const dynamodbParts: readonly TypeRows[] = [
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
    type: "aws:dynamodb/globalSecondaryIndex:GlobalSecondaryIndex",
    source: api("dynamodb", "CreateGlobalSecondaryIndexAction"),
    rows: [
      {
        at: "indexName",
        fact: "the name of an index has 3 to 255 letters, digits and _ - .",
        pattern: naming.dynamodb,
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
