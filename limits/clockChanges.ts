import { type Cron, parseSchedule, weekdays } from "./schedule";

/** A scheduled time that a clock change skips or repeats. */
export interface ClockChange {
  /**
   * `skipped`: the time does not exist that day, and there is no run. `repeated`: it comes twice, and there is one
   * run.
   */
  readonly kind: "skipped" | "repeated";
  /** By the clock of the time zone: `2027-03-28T02:30`. */
  readonly time: string;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DAYS_AHEAD = 366;

/**
 * The first skipped or repeated run of a schedule in each clock change of the year after `from`. Schedules that run
 * every hour are left out: they miss one run of many.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function clockChangeRuns(expression: string, timezone: string, from: Date): ClockChange[] {
  const schedule = parseSchedule(expression, "scheduler");
  if ("problem" in schedule || schedule.kind === "rate") return [];
  if (schedule.kind === "at") {
    const time = schedule.time.getTime();
    return changesWithin(timezone, time - DAY, 2).flatMap(({ kind, first, end }) =>
      first <= time && time < end ? [{ kind, time: clockText(time) }] : [],
    );
  }
  if (schedule.hours.every) return [];
  return changesWithin(timezone, from.getTime(), DAYS_AHEAD).flatMap(({ kind, first, end }) => {
    for (let time = first; time < end; time += MINUTE) {
      if (matches(schedule, new Date(time))) return [{ kind, time: clockText(time) }];
    }
    return [];
  });
}

const clockText = (time: number): string => new Date(time).toISOString().slice(0, 16);

/** Local times, in milliseconds as if they were UTC, from `first` up to `end`. */
interface Change {
  kind: ClockChange["kind"];
  first: number;
  end: number;
}

function changesWithin(timezone: string, from: number, days: number): Change[] {
  const format = new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" });
  const offset = (time: number): number => {
    const name = format.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours = 0, minutes = 0] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  };
  const begin = Math.floor(from / MINUTE) * MINUTE;
  const changes: Change[] = [];
  for (let day = 0; day < days; day++) {
    let [before, after] = [begin + day * DAY, begin + (day + 1) * DAY];
    const [old, next] = [offset(before), offset(after)];
    if (old === next) continue;
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
      if (offset(middle) === old) before = middle;
      else after = middle;
    }
    const kind = next > old ? "skipped" : "repeated";
    changes.push({ kind, first: after + Math.min(old, next), end: after + Math.max(old, next) });
  }
  return changes;
}

function matches({ minutes, hours, dayOfMonth, month, dayOfWeek, year }: Cron, clock: Date): boolean {
  const [day, weekday] = [clock.getUTCDate(), clock.getUTCDay() + 1];
  const last = new Date(Date.UTC(clock.getUTCFullYear(), clock.getUTCMonth() + 1, 0)).getUTCDate();
  const isSpecialDay = dayOfMonth.special.some((each) => day === specialDay(each, clock, last));
  const isSpecialWeekday = dayOfWeek.special.some((each) => {
    if (each === "L") return weekday === 7;
    const [, named = "", rest = ""] = /^(\d|[A-Z]{3})(L|#\d)$/.exec(each) ?? [];
    const wanted = weekdays.indexOf(named) + 1 || Number(named);
    return weekday === wanted && (rest === "L" ? day + 7 > last : Math.ceil(day / 7) === Number(rest.slice(1)));
  });
  return (
    minutes.values.includes(clock.getUTCMinutes()) &&
    hours.values.includes(clock.getUTCHours()) &&
    month.values.includes(clock.getUTCMonth() + 1) &&
    year.values.includes(clock.getUTCFullYear()) &&
    (dayOfMonth.every || dayOfMonth.values.includes(day) || isSpecialDay) &&
    (dayOfWeek.every || dayOfWeek.values.includes(weekday) || isSpecialWeekday)
  );
}

/** Which day of the month `L`, `LW` or `15W` is: W is the weekday next to the day, in the same month. */
function specialDay(special: string, clock: Date, last: number): number {
  const of = special.startsWith("L") ? last : Math.min(Number.parseInt(special, 10), last);
  if (!special.endsWith("W")) return of;
  const weekday = new Date(Date.UTC(clock.getUTCFullYear(), clock.getUTCMonth(), of)).getUTCDay();
  if (weekday === 6) return of === 1 ? 3 : of - 1;
  if (weekday === 0) return of === last ? last - 2 : of + 1;
  return of;
}
