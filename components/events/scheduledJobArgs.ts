import { type AlarmArgs } from "../core/alarms";
import { type FunctionTarget } from "../function/target";
import { type Tags } from "../core/tags";

/** When a job runs; the part of its arguments that patterns with a job of their own pass on. */
export interface ScheduleArgs {
  /**
   * rate(5 minutes), cron(0 6 * * ? *) or at(2027-01-01T00:00:00).
   * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
   */
  schedule: string;
  /**
   * Time zone of the cron or at expression, for example Europe/Berlin. Default: UTC. Summer time is followed:
   * a time that the clock skips in spring has no run that day, and one that it shows twice in autumn has one run.
   */
  timezone?: string;
  /** Minutes within which the job may start, 1 to 1,440. Default: none, it starts on time. */
  flexibleWindowMinutes?: number;
  /** Retries when the function cannot be called, 0 to 185. Default: 3. */
  maximumRetryAttempts?: number;
  /** Seconds after which a call is given up, 60 to 86,400. Default: 3,600. */
  maximumEventAgeSeconds?: number;
  /** Default: true. A job that is not enabled is there but does not run. */
  enabled?: boolean;
}

/** Arguments of a {@link ScheduledJob}. */
export interface ScheduledJobArgs extends ScheduleArgs {
  /** What runs. */
  function: FunctionTarget;
  /** Alarms for "did not run" and for calls that were given up. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}

/** What a job has when its arguments do not say. */
export const scheduleDefaults = {
  timezone: "UTC",
  maximumRetryAttempts: 3,
  maximumEventAgeSeconds: 3_600,
  enabled: true,
};
