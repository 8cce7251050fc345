import { z } from "zod";
import { cleanLogsDefaults, usageReportDefaults } from "../components";
import { job } from "./kinds";

/** Scheduled jobs. */
export const jobsKeys = {
  cleanLogs: z
    .strictObject({
      ...job,
      schedule: z.string().default("cron(0 3 * * ? *)"),
      prefix: z.string().default(cleanLogsDefaults.prefix),
      maxAgeDays: z.int().default(cleanLogsDefaults.maxAgeDays),
      logGroupPrefix: z.string().default(cleanLogsDefaults.logGroupPrefix),
      retentionDays: z.int().default(cleanLogsDefaults.retentionDays),
      dryRun: z.boolean().default(cleanLogsDefaults.dryRun),
    })
    .prefault({}),
  usageReport: z
    .strictObject({
      ...job,
      schedule: z.string().default("cron(0 6 * * ? *)"),
      periodHours: z.int().default(usageReportDefaults.periodHours),
    })
    .prefault({}),
};
