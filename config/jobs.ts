import { z } from "zod";
import { cleanLogsBounds, cleanLogsDefaults, usageReportBounds, usageReportDefaults } from "../components";
import { job, retention, schedule, within } from "./checks";

/** Scheduled jobs. */
export const jobsKeys = {
  cleanLogs: z
    .strictObject({
      ...job,
      schedule: schedule.default("cron(0 3 * * ? *)"),
      prefix: z
        .string()
        .regex(cleanLogsBounds.prefix, "an empty prefix would delete everything in the bucket; name one")
        .default(cleanLogsDefaults.prefix),
      maxAgeDays: within(cleanLogsBounds.maxAgeDays).default(cleanLogsDefaults.maxAgeDays),
      logGroupPrefix: z
        .string()
        .regex(
          cleanLogsBounds.logGroupPrefix,
          "names of log groups have letters, digits and . _ / # -; give one or more",
        )
        .default(cleanLogsDefaults.logGroupPrefix),
      retentionDays: retention.default(cleanLogsDefaults.retentionDays),
      dryRun: z.boolean().default(cleanLogsDefaults.dryRun),
    })
    .prefault({}),
  usageReport: z
    .strictObject({
      ...job,
      schedule: schedule.default("cron(0 6 * * ? *)"),
      periodHours: within(usageReportBounds.periodHours).default(usageReportDefaults.periodHours),
    })
    .prefault({}),
};
