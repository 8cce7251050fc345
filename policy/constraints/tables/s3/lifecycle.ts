import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";

const lifecycle = (more: object) => ({ id: "r", status: "Enabled", filter: { prefix: "" }, ...more });

/** The storage classes that an object goes to. */
export const classes = ["GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "GLACIER_IR"];

/** How long the objects of a bucket stay, and in which class. */
export const s3Lifecycle: readonly TypeRows[] = [
  {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    source: api("s3", "LifecycleRule"),
    rows: [
      {
        at: "rules[].expiration.days",
        fact: "objects expire after a positive number of days",
        minimum: 1,
        source: api("s3", "LifecycleExpiration"),
        good: 1,
        bad: -1,
      },
      { at: "rules[].status", enum: ["Enabled", "Disabled"], good: "Enabled", bad: "On" },
      { at: "rules[].transitions[].storageClass", enum: classes, good: "GLACIER", bad: "COLD" },
      { at: "rules[].noncurrentVersionTransitions[].storageClass", enum: classes, good: "GLACIER", bad: "COLD" },
      {
        at: "rules[].transitions[]",
        fact: "a transition has days or a date",
        atMostOne: ["days", "date"],
        good: { days: 30, storageClass: "GLACIER" },
        bad: { days: 30, date: "2027-01-01T00:00:00Z", storageClass: "GLACIER" },
      },
      {
        at: "rules[].expiration",
        fact: "an expiration has one of days, date and expiredObjectDeleteMarker",
        atMostOne: ["days", "date", "expiredObjectDeleteMarker"],
        source: api("s3", "LifecycleExpiration"),
        good: { days: 30 },
        bad: { days: 30, date: "2027-01-01T00:00:00Z" },
      },
      {
        at: "rules[].noncurrentVersionTransitions[]",
        fact: "noncurrent versions go to STANDARD_IA or ONEZONE_IA after 30 days at the earliest",
        when: { storageClass: ["STANDARD_IA", "ONEZONE_IA"] },
        properties: { noncurrentDays: { minimum: 30 } },
        source: page("AmazonS3/latest/userguide/lifecycle-transition-general-considerations"),
        good: { noncurrentDays: 30, storageClass: "STANDARD_IA" },
        bad: { noncurrentDays: 7, storageClass: "STANDARD_IA" },
      },
      {
        at: "rules[]",
        fact: "unfinished uploads are not aborted by tag",
        if: { anyOf: [{ required: ["filter.tag"] }, { required: ["filter.and.tags"] }] },
        then: { excluded: ["abortIncompleteMultipartUpload"] },
        source: api("s3", "LifecycleRule"),
        good: lifecycle({ abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }),
        bad: lifecycle({
          filter: { tag: { key: "a", value: "b" } },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        }),
      },
      {
        at: "rules[]",
        fact: "delete markers do not expire by tag",
        if: { anyOf: [{ required: ["filter.tag"] }, { required: ["filter.and.tags"] }] },
        then: { excluded: ["expiration.expiredObjectDeleteMarker"] },
        good: lifecycle({ expiration: { expiredObjectDeleteMarker: true } }),
        bad: lifecycle({ filter: { tag: { key: "a", value: "b" } }, expiration: { expiredObjectDeleteMarker: true } }),
      },
      {
        at: "rules[].filter",
        fact: "a filter has one of prefix, tag, objectSizeGreaterThan, objectSizeLessThan and and",
        atMostOne: ["prefix", "tag", "objectSizeGreaterThan", "objectSizeLessThan", "and"],
        source: page("AmazonS3/latest/API/API_LifecycleRuleFilter"),
        good: { prefix: "logs/" },
        bad: { prefix: "logs/", tag: { key: "a", value: "b" } },
      },
      {
        at: "rules[].filter.and",
        ordered: [["objectSizeGreaterThan", "<", "objectSizeLessThan"]],
        fact: "the smallest size is below the largest",
        good: { objectSizeGreaterThan: 1, objectSizeLessThan: 2 },
        bad: { objectSizeGreaterThan: 2, objectSizeLessThan: 1 },
      },
      {
        at: "rules[]",
        fact: "a rule has an action: an expiration, a transition or the end of unfinished uploads",
        requiredOr: [
          "expiration",
          "transitions[]",
          "noncurrentVersionExpiration",
          "noncurrentVersionTransitions[]",
          "abortIncompleteMultipartUpload",
        ],
        source: measured,
        good: lifecycle({ expiration: { days: 1 } }),
        bad: lifecycle({}),
      },
      {
        at: "rules",
        fact: "the ids of rules differ",
        uniqueKeys: ["id"],
        good: [lifecycle({ expiration: { days: 1 } })],
        bad: [lifecycle({ expiration: { days: 1 } }), lifecycle({ expiration: { days: 2 } })],
      },
      { at: "rules[].id", maxLength: 255, good: "a", bad: "a".repeat(256) },
      {
        at: "rules",
        maxItems: 1000,
        source: api("s3", "PutBucketLifecycleConfiguration"),
        good: [lifecycle({ expiration: { days: 1 } })],
        bad: Array.from({ length: 1001 }, (_, i) => ({ ...lifecycle({ expiration: { days: 1 } }), id: `r${i}` })),
      },
      {
        at: "transitionDefaultMinimumObjectSize",
        enum: ["all_storage_classes_128K", "varies_by_storage_class"],
        good: "varies_by_storage_class",
        bad: "128K",
      },
      {
        at: "rules[].noncurrentVersionExpiration.newerNoncurrentVersions",
        minimum: 1,
        maximum: 100,
        source: api("s3", "NoncurrentVersionExpiration"),
        good: 100,
        bad: 101,
      },
    ],
  },
];
