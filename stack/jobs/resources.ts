import { AccessLogs, Bucket, CleanLogs, UsageReport } from "../../components";
import { type SettingsOf, type Stack } from "../area";
import { type GeneralSettings } from "../general/settings";
import { type jobsSettings } from "./settings";

type Settings = SettingsOf<typeof jobsSettings> & GeneralSettings;

export function jobsResources({ forceDestroy, alarmEmail, ...settings }: Settings, stack: Stack) {
  const { shared } = stack;
  const others = stack.everythingElse();
  const on = settings.cleanLogs.enabled || settings.usageReport.enabled;
  // Holds the reports, and what the jobs remember between runs.
  const reports = on ? new Bucket("reports", { forceDestroy }) : undefined;
  const buckets = [...others.buckets, ...(reports ? [reports] : [])];
  const accessLogs = buckets.length > 0 ? new AccessLogs("access-logs", { sources: buckets, forceDestroy }) : undefined;

  const cleanLogs =
    settings.cleanLogs.enabled && accessLogs && reports
      ? new CleanLogs("clean-logs", {
          ...shared,
          ...settings.cleanLogs,
          bucket: accessLogs.bucket,
          stateBucket: reports,
        })
      : undefined;
  const usageReport =
    settings.usageReport.enabled && reports
      ? new UsageReport("usage-report", {
          ...shared,
          ...settings.usageReport,
          reportsBucket: reports,
          buckets,
          functions: [...others.functions, ...(cleanLogs ? [cleanLogs.function] : [])],
          emails: alarmEmail ? [alarmEmail] : [],
        })
      : undefined;
  return {
    outputs: {
      reportsBucket: reports?.bucket,
      cronFunction: usageReport?.function.functionName,
      cleanLogsFunction: cleanLogs?.function.functionName,
    },
  };
}
