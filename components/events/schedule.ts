import { scheduleError, schedulePages } from "../../limits";

export { isTimezone, longestPauseMinutes } from "../../limits";

/** Why EventBridge Scheduler would refuse the expression, and what it takes instead; undefined when it is right. */
export function scheduleProblem(expression: string): string | undefined {
  const error = scheduleError(expression, "scheduler");
  return error && `it ${error}. Example: cron(0 6 * * ? *) or rate(5 minutes) (${schedulePages.scheduler})`;
}
