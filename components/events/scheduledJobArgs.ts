import { type AlarmArgs } from "../core/alarms";
import { type FunctionTarget } from "../function/target";
import { type Tags } from "../core/tags";

/** When a job runs: the arguments that patterns pass on to their jobs. */
export interface ScheduleArgs {
  /**
   * rate(5 minutes), cron(0 6 * * ? *) or at(2027-01-01T00:00:00).
   * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
   */
  schedule: string;
  /**
   * Time zone of the cron or at expression, for example Europe/Berlin. Default: UTC. With daylight saving time, a time
   * that the clock skips in spring has no run that day, and one that it repeats in autumn has one run.
   */
  timezone?: string;
  /** Minutes within which the job may start, 1 to 1,440. Default: none, and it starts on time. */
  flexibleWindowMinutes?: number;
  /** Retries if the function cannot be called, 0 to 185. Default: 3. */
  maximumRetryAttempts?: number;
  /** Seconds after which a failed call goes to the dead letters, 60 to 86,400. Default: 3,600. */
  maximumEventAgeSeconds?: number;
  /** Default: true. A disabled job exists but does not run. */
  enabled?: boolean;
}

/** Arguments of a {@link ScheduledJob}. */
export interface ScheduledJobArgs extends ScheduleArgs {
  /** Function to run. */
  function: FunctionTarget;
  /** Alarms for missed runs and for dead letters. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of every resource in the component that can have tags. */
  tags?: Tags;
}

/** Defaults of a job's arguments. */
export const scheduleDefaults = {
  timezone: "UTC",
  maximumRetryAttempts: 3,
  maximumEventAgeSeconds: 3_600,
  enabled: true,
};
