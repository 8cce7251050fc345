/** The environment of the usage report. */
import { z } from "zod";

import { usageReportBounds } from "../../limits/bounds";
import { folder, json, wholeNumber } from "../environment";

export const settingsSchema = z.object({
  REPORTS_BUCKET: z.string().min(3),
  REPORTS_PREFIX: folder().default("reports/"),
  TOPIC_ARN: z.string().regex(/^arn:[^:]+:sns:[^:]+:\d{12}:.+$/, "the ARN of an SNS topic is needed"),
  /** JSON list of the names of the buckets to report on. */
  BUCKETS: json(z.array(z.string().min(3))),
  /** JSON list of the names of the functions to report on. */
  FUNCTIONS: json(z.array(z.string().min(1))),
  /** Hours before the run that the functions' figures cover. */
  PERIOD_HOURS: wholeNumber(usageReportBounds.periodHours),
});

export type Settings = z.output<typeof settingsSchema>;
