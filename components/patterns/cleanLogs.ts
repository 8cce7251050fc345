import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { deleteObjects, type Link, manageObjects } from "../core/permissions";
import { ScheduledJob } from "../events/scheduledJob";
import { type CleanLogsArgs, cleanLogsDefaults } from "./cleanLogsArgs";
import { cleanLogsProblems } from "./cleanLogsCheck";

/** A scheduled job that deletes old logs in a bucket, and gives log groups whose events never expire a retention. */
@component
export class CleanLogs extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly job: ScheduledJob;

  constructor(name: string, args: CleanLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:schedule:CleanLogs", name, {}, opts);
    const settings = withDefaults(cleanLogsDefaults, args);
    new Check("CleanLogs", name).args(args, cleanLogsProblems).done();
    const child = { parent: this };
    const stateKey = `state/${name}.json`;
    // Retries and event age belong to the schedule, not to the function.
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

/** A role reaches only its own account, so the ARNs need not name it. */
function setRetention(logGroupPrefix: string): Link {
  return {
    statements: [
      { Action: "logs:DescribeLogGroups", Resource: "*" }, // the action supports no narrower resource
      { Action: "logs:PutRetentionPolicy", Resource: `arn:*:logs:*:*:log-group:${logGroupPrefix}*` },
    ],
  };
}
