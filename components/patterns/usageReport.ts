import * as pulumi from "@pulumi/pulumi";
import { usageReportBounds } from "../../limits/bounds";
import { component } from "../core/component";
import { type Bucket } from "../storage/bucket";
import { Check, type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type Function } from "../function/function";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { listObjects, publish, readWriteObjects } from "../core/permissions";
import { type ScheduleArgs } from "../events/scheduledJobArgs";
import { ScheduledJob } from "../events/scheduledJob";
import { scheduledFunctionProblems } from "../events/scheduledJobCheck";
import { Topic } from "../events/topic";

/** Arguments of a {@link UsageReport}. */
export interface UsageReportArgs extends PatternFunctionArgs, ScheduleArgs {
  /** Bucket for the reports, under `reports/`. */
  reportsBucket: Bucket;
  /** Buckets whose objects to count. */
  buckets: Bucket[];
  /** Functions whose calls, errors, throttles and durations to report. */
  functions: Function[];
  /** Hours that a report covers, 1 to 1,440. Default: 24. */
  periodHours?: number;
  /** Addresses that get each announcement. Default: none; subscribe to the topic instead. */
  emails?: string[];
}

/** Defaults of the job's arguments. */
export const usageReportDefaults = { periodHours: 24, timeoutSeconds: 300 };

const REPORTS = "reports/";

/** Problems with the job's arguments, except its buckets and functions. */
export function usageReportProblems(args: Omit<UsageReportArgs, "reportsBucket" | "buckets" | "functions">): Problem[] {
  const { periodHours } = withDefaults(usageReportDefaults, args);
  return new Problems()
    .bounds("periodHours", periodHours, usageReportBounds.periodHours, "hours")
    .all(scheduledFunctionProblems(args)).list;
}

/** A scheduled job that reports the usage of buckets and functions as CSV and HTML, and announces it on a topic. */
@component
export class UsageReport extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly job: ScheduledJob;
  readonly topic: Topic;

  constructor(name: string, args: UsageReportArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:schedule:UsageReport", name, {}, opts);
    const settings = withDefaults(usageReportDefaults, args);
    const { periodHours, reportsBucket, buckets, functions, tags } = settings;
    // Retries and event age belong to the schedule, not to the function.
    const { maximumRetryAttempts, maximumEventAgeSeconds, ...own } = settings;
    new Check("UsageReport", name).args(args, usageReportProblems).done();
    const child = { parent: this };

    this.topic = new Topic(`${name}-announcements`, { emails: settings.emails, tags }, child);
    this.function = new NodeFunction(
      name,
      {
        ...own,
        description: "Reports the usage of buckets and functions",
        entry: ownHandler("usage-report"),
        links: [
          ...buckets.map(listObjects),
          readWriteObjects(reportsBucket, { keys: [`${REPORTS}*`], variable: "REPORTS_BUCKET" }),
          publish(this.topic, "TOPIC_ARN"),
          { statements: [{ Action: "cloudwatch:GetMetricData", Resource: "*" }] }, // the action supports no narrower resource
        ],
        environment: {
          REPORTS_PREFIX: REPORTS,
          BUCKETS: pulumi.jsonStringify(buckets.map(({ bucket }) => bucket)),
          FUNCTIONS: pulumi.jsonStringify(functions.map(({ functionName }) => functionName)),
          PERIOD_HOURS: String(periodHours),
        },
      },
      child,
    );
    this.job = new ScheduledJob(name, { ...settings, function: this.function }, child);
    this.registerOutputs({ functionName: this.function.functionName, topicArn: this.topic.arn });
  }
}
