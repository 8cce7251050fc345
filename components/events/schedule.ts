import { clockChangeRuns, scheduleError, schedulePages } from "../../limits";

export { isTimezone, longestPauseMinutes } from "../../limits";

/** Why EventBridge Scheduler would refuse the expression, and what it accepts; undefined if it is valid. */
export function scheduleProblem(expression: string): string | undefined {
  const error = scheduleError(expression, "scheduler");
  return error && `it ${error}. Example: cron(0 6 * * ? *) or rate(5 minutes) (${schedulePages.scheduler})`;
}

/** How clock changes in the year after `from` affect the schedule; undefined if they affect no run. */
export function clockChangeWarning(expression: string, timezone: string, from: Date): string | undefined {
  const runs = clockChangeRuns(expression, timezone, from).map(({ kind, time }) =>
    kind === "skipped"
      ? `${time.replace("T", " ")} does not exist there, and the run is skipped`
      : `${time.replace("T", " ")} comes twice there, and the job runs once`,
  );
  if (runs.length === 0) return undefined;
  return `${expression} in ${timezone} meets changes of the clock: ${runs.join("; ")}. Fix: choose another hour, or the time zone UTC (${schedulePages.scheduler})`;
}
