/**
 * The grammar of schedule expressions of EventBridge rules and EventBridge Scheduler: rate, cron of six fields, and
 * (Scheduler only) at. https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */

interface Field {
  name: string;
  min: number;
  max: number;
  /** Names for the numbers from `min` on. */
  names?: string[];
  /** Forms beyond numbers, ranges, lists and steps. */
  special?: RegExp;
}

const FIELDS: Field[] = [
  { name: "minutes", min: 0, max: 59 },
  { name: "hours", min: 0, max: 23 },
  { name: "day of month", min: 1, max: 31, special: /^(\?|L|LW|([1-9]|[12]\d|3[01])W)$/ },
  {
    name: "month",
    min: 1,
    max: 12,
    names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
  },
  {
    name: "day of week",
    min: 1,
    max: 7,
    names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
    special: /^(\?|L|[1-7]L|(SUN|MON|TUE|WED|THU|FRI|SAT)L|[1-7]#[1-5]|(SUN|MON|TUE|WED|THU|FRI|SAT)#[1-5])$/,
  },
  { name: "year", min: 1970, max: 2199 },
];

const MINUTES = { minute: 1, hour: 60, day: 1_440 } as const;
const WEEK = 7 * 1_440;

/** Why AWS would refuse the expression, and what it takes instead; undefined when it is right. */
export function scheduleProblem(expression: string, kinds: { at: boolean } = { at: true }): string | undefined {
  const match = /^(rate|cron|at)\((.*)\)$/s.exec(expression);
  if (!match || (match[1] === "at" && !kinds.at)) {
    const forms = kinds.at ? "rate(…), cron(…) or at(…)" : "rate(…) or cron(…)";
    return `a schedule is ${forms}, for example rate(5 minutes) or cron(0 6 * * ? *)`;
  }
  const [, kind, body = ""] = match;
  if (kind === "rate") return rateProblem(body);
  return kind === "cron" ? cronProblem(body) : atProblem(body);
}

/**
 * Minutes of the longest pause between two runs; undefined for an expression that is wrong, runs once, or pauses by the
 * calendar (days of the month, months, years).
 */
export function longestPauseMinutes(expression: string): number | undefined {
  if (scheduleProblem(expression) !== undefined) return undefined;
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) return Number(rate[1]) * MINUTES[rate[2] as keyof typeof MINUTES];
  const cron = /^cron\((.*)\)$/.exec(expression);
  if (!cron) return undefined;

  const parts = (cron[1] ?? "").trim().split(/\s+/);
  const [minutes, hours, dayOfMonth, months, weekdays, years] = parts.map((part, i) => values(part, FIELDS[i]));
  const daily = [dayOfMonth, months, years].every((days) => days === "every");
  if (!daily || !minutes || !hours || !weekdays) return undefined;
  const runs = all(weekdays, 1, 7).flatMap((day) =>
    all(hours, 0, 23).flatMap((hour) => all(minutes, 0, 59).map((minute) => (day - 1) * 1_440 + hour * 60 + minute)),
  );
  runs.sort((a, b) => a - b);
  return Math.max(...runs.map((run, i) => (runs[i + 1] ?? (runs[0] ?? 0) + WEEK) - run));
}

function rateProblem(body: string): string | undefined {
  const match = /^(\d+) (minute|minutes|hour|hours|day|days)$/.exec(body);
  if (!match || Number(match[1]) < 1) return "a rate is a number from 1 up and a unit, for example rate(5 minutes)";
  const one = Number(match[1]) === 1;
  if (one === match[2]?.endsWith("s")) {
    return one ? `with 1 the unit is singular: rate(1 ${match[2].slice(0, -1)})` : `the unit is plural: rate(${body}s)`;
  }
  return undefined;
}

function cronProblem(body: string): string | undefined {
  const parts = body.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) {
    return (
      `AWS's cron has six fields (${FIELDS.map(({ name }) => name).join(", ")}), and this has ${parts.length}: ` +
      "for example cron(0 6 * * ? *)"
    );
  }
  for (const [index, part] of parts.entries()) {
    const field = FIELDS[index];
    if (field && !holds(part, field)) {
      return `"${part}" is no ${field.name} of a cron expression (${field.min} to ${field.max}): for example cron(0 6 * * ? *)`;
    }
  }
  if ((parts[2] === "?") === (parts[4] === "?")) {
    return "one of day of month and day of week, and only one, must be ?: for example cron(0 6 * * ? *)";
  }
  return undefined;
}

function atProblem(body: string): string | undefined {
  const holds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(body) && !Number.isNaN(Date.parse(`${body}Z`));
  // Date.parse turns 30 February into 2 March.
  return holds && new Date(`${body}Z`).toISOString().startsWith(body)
    ? undefined
    : "a single run is at(yyyy-mm-ddThh:mm:ss), for example at(2027-01-31T06:00:00)";
}

function holds(part: string, field: Field): boolean {
  return part.split(",").every((item) => {
    if (field.special?.test(item)) return part === item;
    const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(item);
    if (!match) return false;
    const [, from = "", to, step] = match;
    if (step !== undefined && (Number(step) < 1 || Number(step) > field.max)) return false;
    if (from === "*") return to === undefined;
    const low = number(from, field);
    const high = to === undefined ? low : number(to, field);
    return low !== undefined && high !== undefined && low <= high;
  });
}

function number(text: string, { names, min, max }: Field): number | undefined {
  const index = names?.indexOf(text.toUpperCase()) ?? -1;
  if (index >= 0) return min + index;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}

type Values = number[] | "every";

/** The numbers that a field stands for; undefined where they depend on the month. */
function values(part: string, field: Field | undefined): Values | undefined {
  if (part === "*" || part === "?") return "every";
  if (!field || field.special?.test(part)) return undefined;
  return part.split(",").flatMap((item) => {
    const [range = "", step] = item.split("/");
    const [from = "", to] = range.split("-");
    const low = from === "*" ? field.min : (number(from, field) ?? field.min);
    const high = to !== undefined ? (number(to, field) ?? low) : from === "*" || step ? field.max : low;
    const by = Number(step ?? 1);
    return Array.from({ length: Math.floor((high - low) / by) + 1 }, (_, i) => low + i * by);
  });
}

function all(value: Values, min: number, max: number): number[] {
  return value === "every" ? Array.from({ length: max - min + 1 }, (_, i) => min + i) : value;
}
