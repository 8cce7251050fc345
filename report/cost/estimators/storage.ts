import { z } from "zod";
import { parseSchedule, runsPerMonth } from "../../../limits";
import { daysOfMonth, type Estimator, reading, said, type Surroundings } from "../estimator";
import { prices } from "../prices";

/** AWS delivers access logs in files every few minutes, however many requests are in them. */
const logFilesOfMonth = daysOfMonth * 24 * 12;

/**
 * Whether a bucket is for access logs; the resource that delivers them names it by a value known only after the
 * deployment.
 */
const isForLogs = ({ name, within }: Surroundings): boolean =>
  within.includes("headroom:storage:AccessLogs") || /(^|-)logs$/.test(name);

const bucket: Estimator = (_, around) => {
  const { requests, usage } = around;
  const storage = { price: prices.s3.storage, quantity: usage.storageGb };
  if (isForLogs(around)) {
    const basis = "a file of access logs every five minutes";
    return [storage, { price: prices.s3.writes, quantity: Math.min(requests, logFilesOfMonth), basis }];
  }
  const { writes, reads } = countObjects(around);
  return [
    storage,
    { price: prices.s3.writes, quantity: requests * writes, basis: `${said(writes)} for each request` },
    { price: prices.s3.reads, quantity: requests * reads, basis: `${said(reads)} for each request` },
  ];
};

/** Objects that a request puts and gets: as declared, but that a photo becomes as many thumbnails as its function makes. */
function countObjects({ name, within, siblings, usage }: Surroundings): { writes: number; reads: number } {
  const { objectWrites: writes, objectReads: reads } = usage;
  if (!within.includes("headroom:media:Thumbnailer") || !name.endsWith("-thumbnails")) return { writes, reads };
  const made = siblings("aws:lambda/function:Function").flatMap(({ inputs }) => {
    const { data } = renditions.safeParse(inputs);
    return data ? [data.environment.variables.RENDITIONS.length] : [];
  });
  return { writes: writes * (made[0] ?? 1), reads };
}

const renditions = z.object({
  environment: z.object({
    variables: z.object({
      RENDITIONS: z.string().transform((text) => z.array(z.unknown()).parse(JSON.parse(text))),
    }),
  }),
});

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
