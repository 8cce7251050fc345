import { scheduleError, schedulePages } from "../../limits";

/** Why EventBridge Scheduler would refuse the expression, and what it takes instead; undefined when it is right. */
export function scheduleProblem(expression: string): string | undefined {
  const error = scheduleError(expression, "scheduler");
  return error && `it ${error}. Example: cron(0 6 * * ? *) or rate(5 minutes) (${schedulePages.scheduler})`;
}

/** Whether EventBridge Scheduler knows the time zone. */
export function isTimezone(timezone: string | undefined): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return !/^[+-]/.test(timezone ?? ""); // an offset is no time zone to EventBridge
  } catch {
    return false;
  }
}

const DAY = 24 * 60;
const WEEK = 7 * DAY;
const MINUTES: Record<string, number> = { minute: 1, hour: 60, day: DAY };
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS_OF_MONTH = 365 / 12;

/**
 * Minutes of the longest pause between two runs of a right expression; undefined for one that runs once, or pauses by
 * the calendar (days of the month, months, years).
 */
export function longestPauseMinutes(expression: string): number | undefined {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) return Number(rate[1]) * (MINUTES[rate[2] ?? ""] ?? DAY);
  const [minute, hour, dayOfMonth, month, weekday, year] = /^cron\((.*)\)$/.exec(expression)?.[1]?.split(/\s+/) ?? [];
  const everyDay = (field: string | undefined): boolean => field === "*" || field === "?";
  if (!minute || !hour || !weekday || ![dayOfMonth, month, year].every(everyDay)) return undefined;
  if (/[L#]/i.test(weekday)) return undefined;

  const runs = numbers(weekday, 1, 7).flatMap((day) =>
    numbers(hour, 0, 23).flatMap((h) => numbers(minute, 0, 59).map((m) => (day - 1) * DAY + h * 60 + m)),
  );
  runs.sort((a, b) => a - b);
  return Math.max(...runs.map((run, i) => (runs[i + 1] ?? (runs[0] ?? 0) + WEEK) - run));
}

/** Runs of a right expression in an average month. One that runs once is counted as if it ran in this month. */
export function runsOfMonth(expression: string): number {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) return (DAYS_OF_MONTH * DAY) / (Number(rate[1]) * (MINUTES[rate[2] ?? ""] ?? DAY));
  const [minute, hour, dayOfMonth, month, weekday] = /^cron\((.*)\)$/.exec(expression)?.[1]?.split(/\s+/) ?? [];
  if (!minute || !hour || !dayOfMonth || !month || !weekday) return 1;
  const count = (field: string, min: number, max: number): number => new Set(numbers(field, min, max)).size;
  // 6L, 2#1, L and 15W are one day of a month each.
  const once = (field: string): boolean => /#|.L$|^L|W/i.test(field);
  const ofWeek = once(weekday) ? 1 : (count(weekday, 1, 7) * DAYS_OF_MONTH) / 7;
  const ofMonth = once(dayOfMonth) ? 1 : Math.min(count(dayOfMonth, 1, 31), DAYS_OF_MONTH);
  const days = weekday === "?" || weekday === "*" ? ofMonth : ofWeek;
  return (count(minute, 0, 59) * count(hour, 0, 23) * days * count(month, 1, 12)) / 12;
}

/** What a field of a cron expression stands for: 5, MON, 1-5, 0/15, * or ?, or a list of these. */
function numbers(field: string, min: number, max: number): number[] {
  const number = (text: string): number => {
    const place = Math.max(WEEKDAYS.indexOf(text.toUpperCase()), MONTHS.indexOf(text.toUpperCase()));
    return place >= 0 ? place + 1 : Number(text);
  };
  return field.split(",").flatMap((item) => {
    const [range = "", step] = item.split("/");
    const [from = "", to] = range.split("-");
    const all = from === "*" || from === "?" || from === "";
    const low = all ? min : number(from);
    const high = to !== undefined ? number(to) : all || step ? max : low;
    const by = Number(step ?? 1);
    // FRI-MON runs over the end of the week.
    const count = Math.floor((high >= low ? high - low : high - low + max - min + 1) / by) + 1;
    return Array.from({ length: count }, (_, i) => ((low + i * by - min) % (max - min + 1)) + min);
  });
}
