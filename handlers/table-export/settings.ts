/** The environment of the table export. */
import { z } from "zod";

import { tableExportBounds } from "../../limits/bounds";
import { dynamodb } from "../../limits/dynamodb";
import { folder, wholeNumber } from "../environment";

export const settingsSchema = z.object({
  TABLE_ARN: z
    .string()
    .regex(/^arn:[^:]+:dynamodb:[^:]+:\d{12}:table\/[^/]+$/, "the ARN of a DynamoDB table is needed"),
  EXPORTS_BUCKET: z.string().min(3),
  EXPORTS_PREFIX: folder().default("exports/"),
  STATE_KEY: z.string().min(1),
  /**
   * `full`: the whole table at each run. `incremental`: the changes since the last run, and regularly the whole
   * table.
   */
  MODE: z.enum(["full", "incremental"]),
  /** Days between two full exports in mode `incremental`. */
  FULL_EVERY_DAYS: wholeNumber(tableExportBounds.fullEveryDays),
  /** Days that point-in-time recovery reaches back. */
  RECOVERY_DAYS: wholeNumber(dynamodb.recoveryDays),
});

export type Settings = z.output<typeof settingsSchema>;
