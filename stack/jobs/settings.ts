import { z } from "zod";
import { cleanLogsDefaults, usageReportDefaults } from "../../components";
import { job } from "../config/kinds";
import { type Problem } from "../../components/core/check";
import { cleanLogsProblems } from "../../components/patterns/cleanLogsCheck";
import { usageReportProblems } from "../../components/patterns/usageReport";
import { onByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";

/** Scheduled jobs. */
export const jobsSettings = {
  cleanLogs: onByDefault({
    ...job(cleanLogsDefaults),
    schedule: z.string().default("cron(0 3 * * ? *)"),
    prefix: z.string().default(cleanLogsDefaults.prefix),
    maxAgeDays: z.int().default(cleanLogsDefaults.maxAgeDays),
    logGroupPrefix: z.string().default(cleanLogsDefaults.logGroupPrefix),
    retentionDays: z.int().default(cleanLogsDefaults.retentionDays),
    dryRun: z.boolean().default(cleanLogsDefaults.dryRun),
  }),
  usageReport: onByDefault({
    ...job(usageReportDefaults),
    schedule: z.string().default("cron(0 6 * * ? *)"),
    periodHours: z.int().default(usageReportDefaults.periodHours),
  }),
};

export const jobsProblems = ({ cleanLogs, usageReport }: SettingsOf<typeof jobsSettings>): Problem[] => [
  ...underKey("cleanLogs", cleanLogsProblems(cleanLogs)),
  ...underKey("usageReport", usageReportProblems(usageReport)),
];
