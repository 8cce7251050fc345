import { type CronField, parseSchedule, type Schedule } from "./schedule";

const minutesOfDay = 24 * 60;
const minutesOfWeek = 7 * minutesOfDay;
const daysOfMonth = 365 / 12;

/**
 * Minutes of the longest pause between two runs; undefined for an expression that AWS refuses, one that runs once, and
 * one that pauses by the calendar (days of the month, months, years).
 */
export function longestPauseMinutes(expression: string): number | undefined {
  const schedule = parseSchedule(expression, "scheduler");
  if ("problem" in schedule || schedule.kind === "at") return undefined;
  if (schedule.kind === "rate") return schedule.minutes;
  const { minutes, hours, dayOfMonth, month, dayOfWeek, year } = schedule;
  if (![dayOfMonth, month, year].every(({ every }) => every) || dayOfWeek.special.length > 0) return undefined;

  const weekdays = dayOfWeek.values.length > 0 ? dayOfWeek.values : [1, 2, 3, 4, 5, 6, 7];
  const runs = weekdays.flatMap((day) =>
    hours.values.flatMap((hour) => minutes.values.map((minute) => (day - 1) * minutesOfDay + hour * 60 + minute)),
  );
  return Math.max(...runs.map((run, i) => (runs[i + 1] ?? (runs[0] ?? 0) + minutesOfWeek) - run));
}

/** Runs in an average month. A schedule that runs once is counted as if it ran in this month. */
export function runsPerMonth(schedule: Schedule): number {
  if (schedule.kind === "at") return 1;
  if (schedule.kind === "rate") return (daysOfMonth * minutesOfDay) / schedule.minutes;
  const { minutes, hours, dayOfMonth, month, dayOfWeek } = schedule;
  const ofWeek = (dayOfWeek.values.length * daysOfMonth) / 7 + dayOfWeek.special.length;
  const days = Math.min(dayOfWeek.every ? countOfMonth(dayOfMonth) : ofWeek, daysOfMonth);
  return (minutes.values.length * hours.values.length * days * month.values.length) / 12;
}

/** Days in a month; `L` and `15W` are one day each. `?`, beside every day of the week, is every day. */
function countOfMonth({ values, special, every }: CronField): number {
  return every ? daysOfMonth : values.length + special.length;
}
