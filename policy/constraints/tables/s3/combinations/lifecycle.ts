import { type Row, type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { together } from "../../together";
import { guide } from "./shared";

const lifecycle = (rule: object) => ({ bucket: "b", rules: [{ id: "r", status: "Enabled", filter: {}, ...rule }] });
const transitions = (...all: readonly (readonly [days: number, storageClass: string])[]) =>
  lifecycle({ transitions: all.map(([days, storageClass]) => ({ days, storageClass })) });

const order = (fact: string, good: object, bad: object): Row =>
  together(
    fact,
    { join: "transitions", source: guide("lifecycle-transition-general-considerations") },
    {},
    { ...good },
    { ...bad },
  );

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

/** Lifecycles and intelligent tiering. */
export const lifecycleRules: readonly TypeRows[] = [
  lifecycleRows,
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
];
