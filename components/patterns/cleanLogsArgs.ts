import { logAgeDays } from "../../limits/bounds";
import { AccessLogs } from "../storage/accessLogs";
import { type Bucket } from "../storage/bucket";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { type ScheduleArgs } from "../events/scheduledJobArgs";

/** Arguments of {@link CleanLogs}. */
export interface CleanLogsArgs extends PatternFunctionArgs, ScheduleArgs {
  /** Bucket whose old objects are deleted. */
  bucket: Bucket;
  /** Bucket for the position at which a run ran out of time, under `state/`. */
  stateBucket: Bucket;
  /** Only keys that begin with this. Default: "logs/". */
  prefix?: string;
  /** Days after which an object is deleted, 1 to 36,500. Default: 90. */
  maxAgeDays?: number;
  /**
   * Log groups of the account and Region with this prefix get a retention if they have none. Default: "/aws/lambda/".
   */
  logGroupPrefix?: string;
  /** The retention in days, one of CloudWatch's values. Default: 30. */
  retentionDays?: number;
  /** Only log what would change. Default: true, since it also reaches log groups of other programs. */
  dryRun?: boolean;
}

/** Defaults of the job's arguments. */
export const cleanLogsDefaults = {
  prefix: AccessLogs.prefix,
  maxAgeDays: 90,
  logGroupPrefix: "/aws/lambda/",
  retentionDays: 30,
  dryRun: true,
  timeoutSeconds: 300,
};

/** Bounds of the job's settings. */
export const cleanLogsBounds = {
  maxAgeDays: logAgeDays,
  prefix: /^(?!""$)./s, // the handler takes "" (with the quotes) for everything
  logGroupPrefix: /^[\w./#-]{1,512}$/, // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html
};
