import { AccessLogs } from "../storage/accessLogs";
import { type Bucket } from "../storage/bucket";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { type ScheduleArgs } from "../events/scheduledJobArgs";

/** Arguments of {@link CleanLogs}. */
export interface CleanLogsArgs extends PatternFunctionArgs, ScheduleArgs {
  /** Bucket whose old objects are deleted. */
  bucket: Bucket;
  /** Bucket that remembers where a run stopped for want of time, under `state/`. */
  stateBucket: Bucket;
  /** Only keys that begin with this. Default: "logs/". */
  prefix?: string;
  /** Days after which an object is deleted, 1 to 36,500. Default: 90. */
  maxAgeDays?: number;
  /** Log groups of the account and Region whose names begin so get a retention where they have none. Default: "/aws/lambda/". */
  logGroupPrefix?: string;
  /** Days that such a group keeps its events, one of CloudWatch's values. Default: 30. */
  retentionDays?: number;
  /** Change nothing, and log what would be changed. Default: true, since it reaches log groups of other programs too. */
  dryRun?: boolean;
}

/** What the job has when its arguments do not say. */
export const cleanLogsDefaults = {
  prefix: AccessLogs.prefix,
  maxAgeDays: 90,
  logGroupPrefix: "/aws/lambda/",
  retentionDays: 30,
  dryRun: true,
  timeoutSeconds: 300,
};

/** What the job's settings may be; the handler takes all of it. */
export const cleanLogsBounds = {
  maxAgeDays: { min: 1, max: 36_500 },
  prefix: /^(?!""$)./s, // to the handler, "" (with the quotes) means everything
  logGroupPrefix: /^[\w./#-]{1,512}$/, // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html
};
