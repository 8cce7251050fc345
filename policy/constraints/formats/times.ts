import { isTimezone, parseSchedule, scheduleError } from "../../../limits";
import { dailyMinutes, parseDailyWindow, parseWeeklyWindow, weeklyMinutes } from "../../../limits/windows";
import { textFormat } from "./format";

const example = { daily: "03:00-04:00", weekly: "sun:04:30-sun:05:30" };

/** A window of every day, of 30 minutes or more. */
export const backupWindow = textFormat((text) => {
  const window = parseDailyWindow(text);
  if (!window) return { takes: `hh24:mi-hh24:mi such as ${example.daily}` };
  return dailyMinutes(window) < 30 ? { takes: "at least 30 minutes" } : undefined;
});

/** A window of every week, of 30 minutes or more and less than a day. */
export const maintenanceWindow = textFormat((text) => {
  const window = parseWeeklyWindow(text);
  if (!window) return { takes: `ddd:hh24:mi-ddd:hh24:mi such as ${example.weekly}` };
  const minutes = weeklyMinutes(window);
  if (minutes < 30) return { takes: "at least 30 minutes" };
  return minutes >= 24 * 60 ? { takes: "less than 24 hours" } : undefined;
});

/** A window of every week, of 60 minutes or more. */
export const cacheWindow = textFormat((text) => {
  const window = parseWeeklyWindow(text);
  if (!window) return { takes: `ddd:hh24:mi-ddd:hh24:mi such as ${example.weekly}` };
  return weeklyMinutes(window) < 60 ? { takes: "at least 60 minutes" } : undefined;
});

/** A window of every day of a cache's snapshots, of 60 minutes or more. */
export const snapshotWindow = textFormat((text) => {
  const window = parseDailyWindow(text);
  if (!window) return { takes: `hh24:mi-hh24:mi such as ${example.daily}` };
  return dailyMinutes(window) < 60 ? { takes: "at least 60 minutes" } : undefined;
});

/** A point in time in ISO 8601. */
export const isoTime = textFormat((text) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text))
    ? undefined
    : { takes: "a time such as 2026-12-01T00:00:00Z" },
);

/** The schedule of a maintenance window: cron(…), rate(…) or at(…). */
export const windowSchedule = textFormat((text) => {
  const [, cron] = /^cron\((.*)\)$/.exec(text) ?? [];
  // Systems Manager takes a seventh field, for the seconds, before the others; it does not say whether it takes L-3.
  if (cron !== undefined && (cron.trim().split(/\s+/).length === 7 || /\bL-\d/i.test(cron))) return undefined;
  const error = scheduleError(text, "window");
  return error === undefined ? undefined : { is: error, takes: "cron(0 16 ? * TUE *), rate(7 days) or at(…)" };
});

/** The schedule of a rotation: every year, and at hours that are four or more apart. */
export const rotationSchedule = textFormat((text) => {
  const schedule = parseSchedule(text, "rotation");
  if ("problem" in schedule || schedule.kind !== "cron") return undefined;
  if (!schedule.year.every) return { takes: "* for the year" };
  const hours = schedule.hours.values;
  const isClose = hours.some((hour, index) => index > 0 && hour - (hours[index - 1] ?? 0) < 4);
  return isClose ? { takes: "hours that are four or more apart" } : undefined;
});

/** A point in time with its zone. */
export const zonedTime = textFormat((text) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)
    ? undefined
    : { takes: "a time with its zone, such as 2026-12-01T00:00:00Z" },
);

/** A zone of IANA, or its distance from UTC. */
export const timeZone = textFormat((text) =>
  isTimezone(text) || /^[+-]\d\d:?\d\d$/.test(text) ? undefined : { takes: "a zone such as Europe/Berlin" },
);

/** The least and the most of minutes, hours, days, months and days of the week. */
const fields: readonly (readonly [string, number, number])[] = [
  ["minute", 0, 59],
  ["hour", 0, 23],
  ["day", 1, 31],
  ["month", 1, 12],
  ["day of the week", 0, 7],
];

/** A schedule of Unix: five fields, without the ? of other schedules of AWS. */
export const recurrence = textFormat((text) => {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length || text.includes("?"))
    return { takes: "five fields of cron, 0 22 * * *: minute, hour, day, month and day of the week, without ?" };
  return fields.flatMap(([name, least, most], index) => {
    const numbers = (parts[index] ?? "").replace(/\/\d+/g, "").match(/\d+/g) ?? [];
    const odd = numbers.find((number) => Number(number) < least || Number(number) > most);
    return odd === undefined ? [] : [{ is: `has the ${name} ${odd}`, takes: `a ${name} of ${least} to ${most}` }];
  });
});
