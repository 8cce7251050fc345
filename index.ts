import {
  AccessLogs,
  AttributeType,
  Bucket,
  ChangeLog,
  CleanLogs,
  type Function,
  GlobalTable,
  StreamView,
  Table,
  TableExport,
  Thumbnailer,
  Topic,
  UsageReport,
} from "./components";
import { readConfig } from "./config";

const config = readConfig();
const { architecture, nativePlatform, forceDestroy, logRetentionDays } = config;

// Who is told when something goes wrong.
const alarmTopic = config.alarmEmail ? new Topic("alarms", { alarms: true, emails: [config.alarmEmail] }) : undefined;
const alarms = { actions: alarmTopic ? [alarmTopic.arn] : [] };
const shared = { architecture, nativePlatform, logRetentionDays, alarms };

const thumbnailer = config.thumbnailer.enabled
  ? new Thumbnailer("thumbnailer", { ...shared, ...config.thumbnailer, forceDestroy })
  : undefined;

const { replicaRegions: regions, enabled: usersOn, ...usersTableConfig } = config.usersTable;
const usersArgs = {
  ...usersTableConfig,
  attributes: { UserID: AttributeType.String },
  hashKey: "UserID",
  streamView: config.changeLog.enabled ? StreamView.NewAndOldImages : undefined,
  backup: config.tableBackup.enabled ? { ...config.tableBackup, forceDestroy } : undefined,
  deletionProtection: !forceDestroy,
  alarms,
};
const globalUsers =
  usersOn && regions.length > 0
    ? new GlobalTable("Users", { ...usersArgs, replicas: regions.map((region) => ({ region })) })
    : undefined;
const users = globalUsers ?? (usersOn ? new Table("Users", usersArgs) : undefined);
const changeLog =
  users && config.changeLog.enabled
    ? new ChangeLog("change-log", { ...shared, ...config.changeLog, table: users, forceDestroy })
    : undefined;

const tableExport =
  users && config.tableExport.enabled
    ? new TableExport("table-export", { ...shared, ...config.tableExport, table: users, forceDestroy })
    : undefined;

// Reports, and what the jobs remember from one run to the next.
const jobsOn = config.cleanLogs.enabled || config.usageReport.enabled;
const reports = jobsOn ? new Bucket("reports", { forceDestroy }) : undefined;

const buckets = [thumbnailer?.uploads, thumbnailer?.thumbnails, changeLog?.bucket, tableExport?.bucket, reports].filter(
  (bucket) => bucket !== undefined,
);
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

const functions: Function[] = [
  thumbnailer?.function,
  changeLog?.function,
  tableExport?.function,
  cleanLogs?.function,
].filter((job) => job !== undefined);
const usageReport =
  config.usageReport.enabled && reports
    ? new UsageReport("usage-report", {
        ...shared,
        ...config.usageReport,
        reportsBucket: reports,
        buckets,
        functions,
        emails: config.alarmEmail ? [config.alarmEmail] : [],
      })
    : undefined;

export const uploadsBucket = thumbnailer?.uploads.bucket;
export const thumbnailsBucket = thumbnailer?.thumbnails.bucket;
export const thumbnailFunction = thumbnailer?.function.functionName;
export const reportsBucket = reports?.bucket;
export const cronFunction = usageReport?.function.functionName;
export const cleanLogsFunction = cleanLogs?.function.functionName;
export const usersTable = users?.tableName;
export const changesBucket = changeLog?.bucket.bucket;
export const exportBucket = tableExport?.bucket.bucket;
export const exportFunction = tableExport?.function.functionName;
export const replicaRegions = globalUsers?.replicaRegions;
