/** The environment of the log cleaner. */
import { z } from "zod";

import { limits } from "../../limits";
import { logAgeDays } from "../../limits/bounds";
import { flag, guardedPrefix, wholeNumber } from "../environment";

const retentionDays: readonly number[] = limits.logs.retentionDays.values;

export const settingsSchema = z.object({
  LOGS_BUCKET: z.string().min(3),
  /** Objects under this prefix are deleted when they are too old; `""` (with the quotes) for the whole bucket. */
  LOGS_PREFIX: guardedPrefix(),
  /** Age in days from which an object is deleted; at least 1, so that no setting empties the bucket at once. */
  MAX_AGE_DAYS: wholeNumber(logAgeDays),
  /** Log groups whose names begin so get a retention if they have none; `""` (with the quotes) for all of the account. */
  LOG_GROUP_PREFIX: guardedPrefix(),
  /** One of the values that CloudWatch Logs takes. */
  RETENTION_DAYS: wholeNumber(limits.logs.retentionDays).refine((days) => retentionDays.includes(days), {
    message: `one of ${retentionDays.join(", ")} is needed`,
  }),
  /** With "true" nothing is changed, not even the saved cursor. */
  DRY_RUN: flag(),
  /** Where a run that ran out of time says how far it got. */
  STATE_BUCKET: z.string().min(3),
  STATE_KEY: z.string().min(1),
});

export type Settings = z.output<typeof settingsSchema>;
