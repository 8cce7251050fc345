import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alarm, deadLetterAlarm } from "../core/alarms";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { DeadLetterQueue } from "../function/deadLetterQueue";
import { findAccountId, sendMessages, serviceRole } from "../core/permissions";
import { clockChangeWarning, longestPauseMinutes } from "./schedule";
import { type ScheduleArgs, type ScheduledJobArgs, scheduleDefaults } from "./scheduledJobArgs";
import { scheduleProblems } from "./scheduledJobCheck";
import { asCallee } from "../function/target";

/** Longest name, since IAM allows 64 characters for `<name>-schedule-role-<7 characters>`. */
const NAME_LENGTH = 42;

/** CloudWatch looks back at most a week. */
const LONGEST_WATCH_MINUTES = 7 * 24 * 60;

/**
 * Runs a function on a schedule: EventBridge Scheduler with retries, dead letters and its own schedule group, and an
 * alarm for missed runs (a new job is in alarm until its first run; manual calls count as runs).
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html
 */
@component
export class ScheduledJob extends pulumi.ComponentResource {
  readonly schedule: aws.scheduler.Schedule;
  readonly deadLetterQueue: DeadLetterQueue;

  constructor(name: string, args: ScheduledJobArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:schedule:ScheduledJob", name, {}, opts);
    const settings = withDefaults(scheduleDefaults, args);
    new Check("ScheduledJob", name).nameLength(NAME_LENGTH).all(scheduleProblems(settings)).done();
    const child = { parent: this };
    const { tags } = settings;
    const job = asCallee(settings.function);

    const group = new aws.scheduler.ScheduleGroup(`${name}-group`, { tags }, child);
    this.deadLetterQueue = new DeadLetterQueue(`${name}-not-started`, { tags }, child);
    const { role, policies } = serviceRole(
      `${name}-schedule`,
      {
        service: "scheduler.amazonaws.com",
        // Trust only schedules of this group and account, or others could make Scheduler use the role.
        trustCondition: {
          StringEquals: { "aws:SourceAccount": findAccountId(job.role.arn), "aws:SourceArn": group.arn },
        },
        rights: {
          target: [
            { Action: "lambda:InvokeFunction", Resource: job.invokeTargetArn },
            ...sendMessages(this.deadLetterQueue).statements,
          ],
        },
        tags,
      },
      child,
    );
    this.schedule = new aws.scheduler.Schedule(
      name,
      {
        groupName: group.name,
        scheduleExpression: settings.schedule,
        scheduleExpressionTimezone: settings.timezone,
        flexibleTimeWindow: settings.flexibleWindowMinutes
          ? { mode: "FLEXIBLE", maximumWindowInMinutes: settings.flexibleWindowMinutes }
          : { mode: "OFF" },
        state: settings.enabled ? "ENABLED" : "DISABLED",
        target: {
          arn: job.invokeTargetArn,
          roleArn: role.arn,
          // Lets the function distinguish a retry from the next run.
          input: JSON.stringify({
            scheduledTime: "<aws.scheduler.scheduled-time>",
            executionId: "<aws.scheduler.execution-id>",
            attempt: "<aws.scheduler.attempt-number>",
          }),
          deadLetterConfig: { arn: this.deadLetterQueue.arn },
          retryPolicy: {
            maximumRetryAttempts: settings.maximumRetryAttempts,
            maximumEventAgeInSeconds: settings.maximumEventAgeSeconds,
          },
        },
      },
      { ...child, dependsOn: policies },
    );
    const warning = settings.enabled && clockChangeWarning(settings.schedule, settings.timezone, new Date());
    if (warning) void pulumi.log.warn(`ScheduledJob "${name}": schedule ${warning}`, this);
    this.watch(name, settings);
    this.registerOutputs({ scheduleArn: this.schedule.arn });
  }

  private watch(name: string, args: ScheduledJobArgs): void {
    const child = { parent: this };
    const alarms = { ...args.alarms, tags: args.tags };
    const description = `${name} could not be started: the event waits in the dead letter queue`;
    deadLetterAlarm(`${name}-not-started`, { queueName: this.deadLetterQueue.queue.name, description }, alarms, child);
    const watch = missedRunWatch(args);
    if (!watch) {
      if (!(args.alarms?.enabled ?? true)) return;
      const reason = "it is off, runs once, or pauses for longer than the week that CloudWatch looks back";
      void pulumi.log.info(`${name} has no alarm for a missed run: ${reason}`, this);
      return;
    }
    alarm(
      `${name}-missed`,
      {
        description: `${name} did not run when it should have (${args.schedule})`,
        namespace: "AWS/Lambda",
        metricName: "Invocations",
        dimensions: { FunctionName: asCallee(args.function).functionName },
        statistic: "Sum",
        comparisonOperator: "LessThanThreshold",
        threshold: 1,
        treatMissingData: "breaching",
        ...watch,
      },
      alarms,
      child,
    );
  }
}

/**
 * Data points without a run that show a missed one: the schedule's longest pause, its flexible window, and one more.
 * Undefined for a job that is off, runs once, or pauses for longer than CloudWatch looks back.
 */
function missedRunWatch(args: ScheduleArgs): { period: number; evaluationPeriods: number } | undefined {
  const pause = longestPauseMinutes(args.schedule);
  if (!(args.enabled ?? true) || pause === undefined) return undefined;
  const minutes = pause + (args.flexibleWindowMinutes ?? 0);
  const period = minutes < 60 ? 5 : 60;
  const evaluationPeriods = Math.ceil(minutes / period) + 1;
  return evaluationPeriods * period <= LONGEST_WATCH_MINUTES ? { period: period * 60, evaluationPeriods } : undefined;
}
