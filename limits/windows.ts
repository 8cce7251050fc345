import { weekdays } from "./schedule";

/** Minutes of a window from its first to its last, of the day or of the week. */
type Window = readonly [first: number, last: number];

const day = 24 * 60;
const week = 7 * day;

/** Reads `03:00-04:00`, as minutes of the day; undefined for another form. */
export function parseDailyWindow(text: string): Window | undefined {
  const [, ...parts] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  const [h1, m1, h2, m2] = parts.map(Number);
  return h1 === undefined || m1 === undefined || h2 === undefined || m2 === undefined
    ? undefined
    : [h1 * 60 + m1, h2 * 60 + m2];
}

/** Reads `sun:03:30-sun:04:30`, as minutes of the week; undefined for another form. */
export function parseWeeklyWindow(text: string): Window | undefined {
  const [, first = "", from = "", last = "", to = ""] =
    /^(\w{3}):(\d\d:\d\d)-(\w{3}):(\d\d:\d\d)$/.exec(text.toUpperCase()) ?? [];
  const times = parseDailyWindow(`${from}-${to}`);
  const [start, end] = [weekdays.indexOf(first), weekdays.indexOf(last)];
  return !times || start < 0 || end < 0 ? undefined : [start * day + times[0], end * day + times[1]];
}

const wrap = (minutes: number, whole: number): number => (minutes + whole) % whole;

/** Minutes that a daily window lasts; one that ends before it begins goes on after midnight. */
export const dailyMinutes = ([from, to]: Window): number => wrap(to - from, day);

/** Minutes that a weekly window lasts. */
export const weeklyMinutes = ([from, to]: Window): number => wrap(to - from, week);

/** Whether a daily window and a weekly one have a minute in common; undefined where one is no window. */
export function windowsOverlap(daily: string, weekly: string): boolean | undefined {
  const [each, once] = [parseDailyWindow(daily), parseWeeklyWindow(weekly)];
  if (!each || !once) return undefined;
  return weekdays.some((_, index) => {
    const start = index * day + each[0];
    return wrap(once[0] - start, week) < dailyMinutes(each) || wrap(start - once[0], week) < weeklyMinutes(once);
  });
}
