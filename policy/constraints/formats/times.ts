import { dailyWindow, length, week, weeklyWindow } from "../windows";
import { textFormat } from "./format";

const example = { daily: "03:00-04:00", weekly: "sun:04:30-sun:05:30" };

/** A window of every day, of 30 minutes or more. */
export const backupWindow = textFormat((text) => {
  const window = dailyWindow(text);
  if (!window) return { takes: `hh24:mi-hh24:mi such as ${example.daily}` };
  return length(window, 1440) < 30 ? { takes: "at least 30 minutes" } : undefined;
});

/** A window of every week, of 30 minutes or more and less than a day. */
export const maintenanceWindow = textFormat((text) => {
  const window = weeklyWindow(text);
  if (!window) return { takes: `ddd:hh24:mi-ddd:hh24:mi such as ${example.weekly}` };
  const minutes = length(window, week);
  if (minutes < 30) return { takes: "at least 30 minutes" };
  return minutes >= 1440 ? { takes: "less than 24 hours" } : undefined;
});

/** A window of every week, of 60 minutes or more. */
export const cacheWindow = textFormat((text) => {
  const window = weeklyWindow(text);
  if (!window) return { takes: `ddd:hh24:mi-ddd:hh24:mi such as ${example.weekly}` };
  return length(window, week) < 60 ? { takes: "at least 60 minutes" } : undefined;
});

/** A window of every day of a cache's snapshots, of 60 minutes or more. */
export const snapshotWindow = textFormat((text) => {
  const window = dailyWindow(text);
  if (!window) return { takes: `hh24:mi-hh24:mi such as ${example.daily}` };
  return length(window, 1440) < 60 ? { takes: "at least 60 minutes" } : undefined;
});

/** A point in time in ISO 8601. */
export const isoTime = textFormat((text) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text))
    ? undefined
    : { takes: "a time such as 2026-12-01T00:00:00Z" },
);

const fields: readonly (readonly [name: string, from: number, to: number, names: string])[] = [
  ["minutes", 0, 59, ""],
  ["hours", 0, 23, ""],
  ["day of month", 1, 31, ""],
  ["month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"],
  ["day of week", 1, 7, "SUN MON TUE WED THU FRI SAT"],
  ["year", 1970, 2199, ""],
];

function badField(text: string, [name, from, to, names]: (typeof fields)[number]): boolean {
  const number = (part: string): number => {
    const index = names === "" ? -1 : names.split(" ").indexOf(part.toUpperCase());
    return index >= 0 ? index + from : /^\d+$/.test(part) ? Number(part) : NaN;
  };
  const inside = (part: string) => number(part) >= from && number(part) <= to;
  return text.split(",").some((part) => {
    const [base = "", step, ...more] = part.split("/");
    if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return true;
    if (base === "*") return false;
    if (base === "?") return step !== undefined || !name.startsWith("day");
    if (name === "day of month" && /^(L|LW|L-\d{1,2}|\d{1,2}W)$/.test(base)) return false;
    if (name === "day of week" && /^(L|\w+L|\w+#[1-5])$/.test(base)) return base.includes("#") && text.includes(",");
    const [low = "", high, ...rest] = base.split("-");
    return rest.length > 0 || !inside(low) || (high !== undefined && !inside(high));
  });
}

/** What is wrong with the six fields of a cron expression of AWS. */
function cronFault(expression: string): string | undefined {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== 6) return `six fields, not ${parts.length}`;
  const index = parts.findIndex((part, at) => badField(part, fields[at] ?? ["", 0, 0, ""]));
  if (index >= 0) return `another value than ${parts[index] ?? ""} for the ${fields[index]?.[0] ?? ""}`;
  const marks = [parts[2], parts[4]].filter((part) => part === "?").length;
  return marks === 1 ? undefined : "? for exactly one of day of month and day of week";
}

const units = "(minute|minutes|hour|hours|day|days)";

function rateFault(text: string): string | undefined {
  const [, value = "", unit = ""] = new RegExp(`^rate\\((\\d+) ${units}\\)$`).exec(text) ?? [];
  if (value === "" || Number(value) < 1) return "rate(value unit) with minutes, hours or days";
  if (Number(value) === 1 && unit.endsWith("s")) return `rate(1 ${unit.slice(0, -1)})`;
  return Number(value) > 1 && !unit.endsWith("s") ? `rate(${value} ${unit}s)` : undefined;
}

/** cron(…) or rate(…). */
export const schedule = textFormat((text) => {
  const [, cron] = /^cron\((.*)\)$/.exec(text) ?? [];
  const takes = cron === undefined ? rateFault(text) : cronFault(cron);
  return takes === undefined ? undefined : { takes };
});

/** cron(…) of six fields, rate(…) or at(…): the schedule of a maintenance window. */
export const windowSchedule = textFormat((text) => {
  const [, cron = ""] = /^cron\((.*)\)$/.exec(text) ?? [];
  if (text.startsWith("rate(")) {
    const takes = rateFault(text);
    return takes === undefined ? undefined : { takes };
  }
  // A seventh field for the seconds stands before the others.
  const parts = cron.trim().split(/\s+/);
  const takes = parts.length === 6 ? cronFault(cron) : undefined;
  return takes === undefined ? undefined : { takes };
});

/** The schedule of a rotation: every year, and at hours that are four or more apart. */
export const rotationSchedule = textFormat((text) => {
  const [, cron] = /^cron\((.*)\)$/.exec(text) ?? [];
  if (cron === undefined) return undefined;
  const [, hours = "", , , , year] = cron.trim().split(/\s+/);
  if (year !== "*") return { takes: "* for the year" };
  const [, step] = /\/(\d+)$/.exec(hours) ?? [];
  const listed = hours.split(",").map(Number);
  const isClose = listed.some((hour, index) => index > 0 && hour - (listed[index - 1] ?? 0) < 4);
  return hours === "*" || (step !== undefined && Number(step) < 4) || isClose
    ? { takes: "hours that are four or more apart" }
    : undefined;
});

/** A point in time with its zone. */
export const zonedTime = textFormat((text) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)
    ? undefined
    : { takes: "a time with its zone, such as 2026-12-01T00:00:00Z" },
);

/** A zone of IANA, or its distance from UTC. */
export const timeZone = textFormat((text) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return undefined;
  } catch {
    return { takes: "a zone such as Europe/Berlin" };
  }
});
