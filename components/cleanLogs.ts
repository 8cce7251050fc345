import * as pulumi from "@pulumi/pulumi";
import { limits } from "../policy/limits";
import { AccessLogs } from "./accessLogs";
import { type Bucket } from "./bucket";
import { Check } from "./check";
import { withDefaults } from "./defaults";
import { NodeFunction, ownHandler, type PatternFunctionArgs } from "./nodeFunction";
import { deleteObjects, type Link, readWriteObjects } from "./permissions";
import { type ScheduleArgs, ScheduledJob } from "./scheduledJob";

/** Arguments of {@link CleanLogs}. */
export interface CleanLogsArgs extends PatternFunctionArgs, ScheduleArgs {
  /** Bucket whose old objects are deleted. */
  bucket: Bucket;
  /** Bucket that remembers where a run stopped for want of time, under `state/`. */
  stateBucket: Bucket;
  /** Only keys that begin with this. Default: "logs/". */
  prefix?: string;
  /** Days after which an object is deleted, 1 or more. Default: 90. */
  maxAgeDays?: number;
  /** Log groups whose names begin with this get a retention where they have none. Default: "/aws/lambda/". */
  logGroupPrefix?: string;
  /** Days that such a group keeps its events, one of CloudWatch's values. Default: 30. */
  retentionDays?: number;
  /** Change nothing, and log what would be changed. Default: false. */
  dryRun?: boolean;
}

/** What the job has when its arguments do not say. */
export const cleanLogsDefaults = {
  prefix: AccessLogs.prefix,
  maxAgeDays: 90,
  logGroupPrefix: "/aws/lambda/",
  retentionDays: 30,
  dryRun: false,
  timeoutSeconds: 300,
};

/** A scheduled job that deletes old logs in a bucket, and gives log groups that would keep theirs for ever a retention. */
export class CleanLogs extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly job: ScheduledJob;

  constructor(name: string, args: CleanLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:schedule:CleanLogs", name, {}, opts);
    const settings = withDefaults(cleanLogsDefaults, args);
    check(name, settings);
    const child = { parent: this };
    const stateKey = `state/${name}.json`;

    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Deletes old logs and sets the retention of log groups",
        entry: ownHandler("clean-logs"),
        links: [
          deleteObjects(settings.bucket, { keys: [`${settings.prefix}*`], variable: "LOGS_BUCKET" }),
          readWriteObjects(settings.stateBucket, { keys: [stateKey], variable: "STATE_BUCKET" }),
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

function check(name: string, args: typeof cleanLogsDefaults): void {
  new Check("CleanLogs", name)
    .that(args.maxAgeDays >= 1, "maxAgeDays", args.maxAgeDays, "give 1 day or more")
    .that(args.prefix !== "", "prefix", args.prefix, "an empty prefix would delete everything in the bucket; name one")
    .range("retentionDays", args.retentionDays, limits.logs.retentionDays)
    .done();
}
