import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { AccessLogs } from "../storage/accessLogs";
import { type Bucket } from "../storage/bucket";
import { keyPrefixProblem } from "../storage/bucketName";
import { Check, type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownHandler, type PatternFunctionArgs } from "../function/nodeFunction";
import { deleteObjects, type Link, manageObjects } from "../core/permissions";
import { type ScheduleArgs, ScheduledJob, scheduledFunctionProblems } from "../events/scheduledJob";

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

/** A scheduled job that deletes old logs in a bucket, and gives log groups that would keep theirs for ever a retention. */
export class CleanLogs extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly job: ScheduledJob;

  constructor(name: string, args: CleanLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:schedule:CleanLogs", name, {}, opts);
    const settings = withDefaults(cleanLogsDefaults, args);
    new Check("CleanLogs", name).args(args, cleanLogsProblems).done();
    const child = { parent: this };
    const stateKey = `state/${name}.json`;
    // The schedule's own retries and event age are not the function's.
    const { maximumRetryAttempts, maximumEventAgeSeconds, ...own } = settings;

    this.function = new NodeFunction(
      name,
      {
        ...own,
        description: "Deletes old logs and sets the retention of log groups",
        entry: ownHandler("clean-logs"),
        links: [
          deleteObjects(settings.bucket, { keys: [`${settings.prefix}*`], variable: "LOGS_BUCKET" }),
          manageObjects(settings.stateBucket, { keys: [stateKey], variable: "STATE_BUCKET" }),
          setRetention(settings.logGroupPrefix),
        ],
        environment: {
          LOGS_PREFIX: settings.prefix,
          MAX_AGE_DAYS: String(settings.maxAgeDays),
          LOG_GROUP_PREFIX: settings.logGroupPrefix,
          RETENTION_DAYS: String(settings.retentionDays),
          DRY_RUN: String(settings.dryRun),
          STATE_KEY: stateKey,
        },
      },
      child,
    );
    this.job = new ScheduledJob(name, { ...settings, function: this.function }, child);
    this.registerOutputs({ functionName: this.function.functionName });
  }
}

/** A role reaches no account but its own, so the ARNs need not name it. */
function setRetention(logGroupPrefix: string): Link {
  return {
    statements: [
      { Action: "logs:DescribeLogGroups", Resource: "*" }, // it knows no narrower resource
      { Action: "logs:PutRetentionPolicy", Resource: `arn:*:logs:*:*:log-group:${logGroupPrefix}*` },
    ],
  };
}

/** What cannot work of the job's arguments, but for its buckets. */
export function cleanLogsProblems(given: Omit<CleanLogsArgs, "bucket" | "stateBucket">): Problem[] {
  const args = withDefaults(cleanLogsDefaults, given);
  const prefixProblem = keyPrefixProblem(args.prefix);
  return new Problems()
    .bounds("maxAgeDays", args.maxAgeDays, cleanLogsBounds.maxAgeDays, "days")
    .that(
      cleanLogsBounds.prefix.test(args.prefix),
      "prefix",
      args.prefix,
      "an empty prefix would delete everything in the bucket; name one",
    )
    .that(prefixProblem === undefined, "prefix", args.prefix, prefixProblem ?? "")
    .that(
      cleanLogsBounds.logGroupPrefix.test(args.logGroupPrefix),
      "logGroupPrefix",
      args.logGroupPrefix,
      "names of log groups have 1 to 512 letters, digits and . _ / # -; an empty prefix would be all of the account's",
    )
    .range("retentionDays", args.retentionDays, limits.logs.retentionDays)
    .all(scheduledFunctionProblems(args)).list;
}
