import { z } from "zod";
import { parseSchedule, runsPerMonth } from "../../../limits";
import { daysOfMonth, type Estimator, reading, said } from "../estimator";
import { prices } from "../prices";

const bucket: Estimator = (_, { requests, usage: { storageGb } }) => [
  { price: prices.s3.storage, quantity: storageGb },
  { price: prices.s3.writes, quantity: requests, basis: "one for each request" },
  { price: prices.s3.reads, quantity: requests, basis: "one for each request" },
];

const lifecycle = reading(
  z.object({ rules: z.array(z.object({ transitions: z.array(z.unknown()).default([]) })).default([]) }),
  ({ rules }) =>
    rules.some(({ transitions }) => transitions.length > 0)
      ? [{ reason: "no price is recorded for other storage classes: its bucket is counted as S3 Standard" }]
      : [],
);

const registry: Estimator = (_, { usage: { storageGb } }) => [{ price: prices.ecr.storage, quantity: storageGb }];

const backupPlan = reading(
  z.object({
    rules: z.array(z.object({ schedule: z.string(), lifecycle: z.object({ deleteAfter: z.number() }) })),
  }),
  ({ rules }, { usage: { storageGb } }) =>
    rules.map(({ schedule, lifecycle: { deleteAfter } }) => {
      const parsed = parseSchedule(schedule, "backup");
      if ("problem" in parsed) return { reason: `schedule "${schedule}" ${parsed.problem}` };
      const kept = runsPerMonth(parsed) * (deleteAfter / daysOfMonth);
      return {
        price: prices.backup.tables,
        quantity: storageGb * kept,
        basis: `${said(storageGb)} GB × ${said(kept)} backups that are there at a time`,
      };
    }),
);

export const storageEstimators = {
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": lifecycle,
  "aws:ecr/repository:Repository": registry,
  "aws:backup/plan:Plan": backupPlan,
};
