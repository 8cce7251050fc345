import { type TypeRows } from "../../schema";
import { at, narrows } from "../given";
import { api } from "../pages";

const bucket = {
  requiredOr: [
    "greaterThan",
    "greaterThanOrEqual",
    "lessThan",
    "lessThanOrEqual",
    "equals[]",
    "notEquals[]",
    "matches[]",
    "notMatches[]",
  ],
};

/** CloudTrail and GuardDuty. */
export const trails: readonly TypeRows[] = [
  {
    type: "aws:cloudtrail/trail:Trail",
    source: api("cloudtrail", "CreateTrail"),
    rows: [
      at(
        "eventSelectors",
        "a trail has up to five selectors",
        { maxItems: 5, source: api("cloudtrail", "PutEventSelectors") },
        [{}],
        Array.from({ length: 6 }, () => ({})),
      ),
      at(
        "eventSelectors[].dataResources[].type",
        "data events are of objects, functions and tables",
        {
          enum: ["AWS::S3::Object", "AWS::Lambda::Function", "AWS::DynamoDB::Table"],
          source: api("cloudtrail", "DataResource"),
        },
        "AWS::S3::Object",
        "AWS::SQS::Queue",
      ),
      at(
        "eventSelectors[].readWriteType",
        "events are of reading, writing or both",
        { enum: ["All", "ReadOnly", "WriteOnly"], source: api("cloudtrail", "EventSelector") },
        "All",
        "Read",
      ),
      at(
        "advancedEventSelectors[].fieldSelectors",
        "a selector names its fields once",
        { uniqueKeys: ["field"], source: api("cloudtrail", "AdvancedEventSelector") },
        [
          { field: "eventCategory", equals: ["Data"] },
          { field: "resources.type", equals: ["AWS::S3::Object"] },
        ],
        [
          { field: "eventCategory", equals: ["Data"] },
          { field: "eventCategory", equals: ["Management"] },
        ],
      ),
      at(
        "advancedEventSelectors[].fieldSelectors[]",
        "eventCategory, readOnly and resources.type are equal to something",
        {
          when: { field: ["eventCategory", "readOnly", "resources.type"] },
          required: ["equals[]"],
          excluded: ["startsWiths", "endsWiths", "notEndsWiths", "notStartsWiths"],
          source: api("cloudtrail", "AdvancedFieldSelector"),
        },
        { field: "readOnly", equals: ["true"] },
        { field: "readOnly", startsWiths: ["t"] },
      ),
      at(
        "advancedEventSelectors[].fieldSelectors[]",
        "readOnly is true or false",
        {
          when: { field: "readOnly" },
          properties: { "equals[]": { enum: ["true", "false"] } },
          source: api("cloudtrail", "AdvancedFieldSelector"),
        },
        { field: "readOnly", equals: ["true"] },
        { field: "readOnly", equals: ["yes"] },
      ),
      at(
        "insightSelectors[].insightType",
        "insights are of rates of calls or of errors",
        { enum: ["ApiCallRateInsight", "ApiErrorRateInsight"], source: api("cloudtrail", "InsightSelector") },
        "ApiCallRateInsight",
        "CallRate",
      ),
      at("s3KeyPrefix", "a prefix has up to 200 characters", { maxLength: 200 }, "logs", "a".repeat(201)),
    ],
  },
  {
    type: "aws:cloudtrail/eventDataStore:EventDataStore",
    source: api("cloudtrail", "CreateEventDataStore"),
    rows: [
      at("retentionPeriod", "events are kept for 7 to 3,653 days", { minimum: 7, maximum: 3_653 }, 7, 6),
      narrows(
        "events at a fixed price are kept for up to 2,557 days",
        { billingMode: "FIXED_RETENTION_PRICING" },
        "retentionPeriod",
        { maximum: 2_557 },
        [2_557, 3_653],
      ),
      at(
        "name",
        "a store has 3 to 128 letters, digits and . _ -",
        { pattern: "^[A-Za-z0-9._-]{3,128}$" },
        "orders",
        "my store",
      ),
      at(
        "advancedEventSelectors[].fieldSelectors[]",
        "readOnly is true or false",
        {
          when: { field: "readOnly" },
          properties: { "equals[]": { enum: ["true", "false"] } },
          source: api("cloudtrail", "AdvancedFieldSelector"),
        },
        { field: "readOnly", equals: ["true"] },
        { field: "readOnly", equals: ["yes"] },
      ),
    ],
  },
  {
    type: "aws:guardduty/filter:Filter",
    source: api("guardduty", "CreateFilter"),
    rows: [
      at(
        "name",
        "a filter has 3 to 64 letters, digits and . _ -",
        { pattern: "^[A-Za-z0-9._-]{3,64}$" },
        "orders",
        "my filter",
      ),
      at("action", "findings are left or archived", { enum: ["NOOP", "ARCHIVE"] }, "ARCHIVE", "DELETE"),
      at("rank", "a rank is 1 to 100", { minimum: 1, maximum: 100 }, 100, 101),
      at(
        "findingCriteria.criterions[]",
        "a criterion has a condition",
        { ...bucket, source: api("guardduty", "Condition") },
        { field: "severity", greaterThanOrEqual: "4" },
        { field: "severity" },
      ),
    ],
  },
  {
    type: "aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan",
    source: api("guardduty", "CreateMalwareProtectionPlan"),
    rows: [
      at(
        "protectedResource.s3Bucket.objectPrefixes",
        "a plan has up to five prefixes",
        { maxItems: 5, source: api("guardduty", "CreateS3BucketResource") },
        ["a/"],
        ["a", "b", "c", "d", "e", "f"],
      ),
      at(
        "actions[].taggings[].status",
        "objects are tagged, or not",
        { enum: ["ENABLED", "DISABLED"], source: api("guardduty", "MalwareProtectionPlanTaggingAction") },
        "ENABLED",
        "ON",
      ),
    ],
  },
  {
    type: "aws:guardduty/publishingDestination:PublishingDestination",
    source: api("guardduty", "CreatePublishingDestination"),
    rows: [
      at("destinationType", "findings are published to S3", { enum: ["S3"] }, "S3", "SNS"),
      at(
        "destinationArn",
        "findings are published to a bucket",
        { arnOf: ["s3"] },
        "arn:aws:s3:::b",
        "arn:aws:sns:eu-west-1:111122223333:t",
      ),
    ],
  },
];
