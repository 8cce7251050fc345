import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type FunctionBaseArgs } from "../function/args";
import { functionProblems } from "../function/check";
import { isTimezone, scheduleProblem } from "./schedule";
import { type ScheduleArgs, scheduleDefaults } from "./scheduledJobArgs";

/** Problems with a job's schedule. */
export function scheduleProblems(given: ScheduleArgs): Problem[] {
  const args = withDefaults(scheduleDefaults, given);
  const problem = scheduleProblem(args.schedule);
  return new Problems()
    .that(problem === undefined, "schedule", args.schedule, problem ?? "")
    .that(isTimezone(args.timezone), "timezone", args.timezone, "give an IANA name such as Europe/Berlin")
    .range("flexibleWindowMinutes", args.flexibleWindowMinutes, limits.scheduler.flexibleWindow)
    .range("maximumRetryAttempts", args.maximumRetryAttempts, limits.scheduler.retries)
    .range("maximumEventAgeSeconds", args.maximumEventAgeSeconds, limits.scheduler.eventAge).list;
}

/** Problems with a pattern's schedule and function; retries and event age belong to the schedule. */
export const scheduledFunctionProblems = (args: ScheduleArgs & FunctionBaseArgs): Problem[] => [
  ...scheduleProblems(args),
  ...functionProblems({ ...args, maximumRetryAttempts: undefined, maximumEventAgeSeconds: undefined }),
];
