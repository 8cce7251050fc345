import { AccessLogs, Bucket, CleanLogs, UsageReport } from "../components";
import { type Config } from "../config";
import { type Area, type Shared } from "./area";

/** What runs by the clock over all areas: old logs are deleted, and usage is reported. */
export function jobs(config: Config, shared: Shared, areas: Area[]) {
  const { forceDestroy } = config;
  const on = config.cleanLogs.enabled || config.usageReport.enabled;
  // Reports, and what the jobs remember from one run to the next.
  const reports = on ? new Bucket("reports", { forceDestroy }) : undefined;
  const present = <T>(items: (T | undefined)[]): T[] => items.filter((item) => item !== undefined);
  const buckets = present([...areas.flatMap(({ buckets = [] }) => buckets), reports]);
  const accessLogs = buckets.length > 0 ? new AccessLogs("access-logs", { sources: buckets, forceDestroy }) : undefined;

  const cleanLogs =
    config.cleanLogs.enabled && accessLogs && reports
      ? new CleanLogs("clean-logs", {
          ...shared,
          ...config.cleanLogs,
          bucket: accessLogs.bucket,
          stateBucket: reports,
        })
      : undefined;
  const usageReport =
    config.usageReport.enabled && reports
      ? new UsageReport("usage-report", {
          ...shared,
          ...config.usageReport,
          reportsBucket: reports,
          buckets,
          functions: present([...areas.flatMap(({ functions = [] }) => functions), cleanLogs?.function]),
          emails: config.alarmEmail ? [config.alarmEmail] : [],
        })
      : undefined;
  return { reports, cleanLogs, usageReport };
}
