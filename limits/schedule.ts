/** Where AWS documents the expressions. */
export const schedulePages = {
  rule: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html",
  scheduler: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html",
  backup: "https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html",
  window: "https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html",
  rotation: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html",
} as const;

/** Who reads the expression: an EventBridge rule, EventBridge Scheduler, AWS Backup, a maintenance window or a secret's rotation. */
export type ScheduleService = keyof typeof schedulePages;

/** The values that one field of a cron expression stands for. */
export interface CronField {
  /** Numbers, each once, in ascending order; none for `?`. Months count from 1 (JAN), days of the week from 1 (SUN). */
  readonly values: readonly number[];
  /** Days that depend on the month: `L`, `LW`, `15W`, `6L`, `2#1`. */
  readonly special: readonly string[];
  /** Whether the field has every value: `*`, `?`, `1/1`. */
  readonly every: boolean;
}

const cronFields = ["minutes", "hours", "dayOfMonth", "month", "dayOfWeek", "year"] as const;

/** The six fields of a cron expression. */
export type Cron = Readonly<Record<"minutes" | "hours" | "dayOfMonth" | "month" | "dayOfWeek" | "year", CronField>>;

export type Schedule =
  | { readonly kind: "rate"; readonly minutes: number }
  | ({ readonly kind: "cron" } & Cron)
  | { readonly kind: "at"; readonly time: Date };

/** Why the service refuses an expression: a predicate, such as `has "60" as minutes`. */
export interface ScheduleProblem {
  readonly problem: string;
}

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
  /** Forms that this field takes besides numbers, names, ranges, steps and lists. */
  readonly special?: RegExp;
}

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
/** From the first day of the week, which cron expressions number from 1. */
export const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

const fields: Readonly<Record<(typeof cronFields)[number], Field>> = {
  minutes: { name: "minutes", min: 0, max: 59 },
  hours: { name: "hours", min: 0, max: 23 },
  dayOfMonth: { name: "day-of-month", min: 1, max: 31, special: /^(L|LW|([1-9]|[12]\d|3[01])W)$/ },
  month: { name: "month", min: 1, max: 12, names: months },
  dayOfWeek: {
    name: "day-of-week",
    min: 1,
    max: 7,
    names: weekdays,
    special: new RegExp(`^(L|([1-7]|${weekdays.join("|")})(L|#[1-5]))$`),
  },
  year: { name: "year", min: 1970, max: 2199 },
};

const kinds: Record<ScheduleService, { readonly taken: readonly Schedule["kind"][]; readonly otherwise: string }> = {
  rule: { taken: ["rate", "cron"], otherwise: "is neither rate(…) nor cron(…)" },
  scheduler: { taken: ["rate", "cron", "at"], otherwise: "is none of rate(…), cron(…) and at(…)" },
  backup: { taken: ["cron"], otherwise: "is not cron(…)" },
  window: { taken: ["rate", "cron", "at"], otherwise: "is none of rate(…), cron(…) and at(…)" },
  rotation: { taken: ["rate", "cron"], otherwise: "is neither rate(…) nor cron(…)" },
};

const minutesOfUnit: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };

/** Reads a schedule expression as AWS does, or says what is wrong with it. */
export function parseSchedule(expression: string, service: ScheduleService): Schedule | ScheduleProblem {
  const [, name, body = ""] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  const kind = kinds[service].taken.find((each) => each === name);
  if (kind === "rate") return parseRate(body, service);
  if (kind === "cron") return parseCron(body);
  if (kind === "at") return parseAt(body);
  return { problem: kinds[service].otherwise };
}

/** What is wrong with a schedule expression, or `undefined` if AWS takes it. */
export function scheduleError(expression: string, service: ScheduleService): string | undefined {
  const parsed = parseSchedule(expression, service);
  return "problem" in parsed ? parsed.problem : undefined;
}

/** Whether AWS knows the time zone: a name of the IANA database. */
export function isTimezone(timezone: string | undefined): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return !/^[+-]/.test(timezone ?? ""); // EventBridge takes no offsets
  } catch {
    return false;
  }
}

function parseRate(body: string, service: ScheduleService): Schedule | ScheduleProblem {
  const [, digits, unit, plural] = /^(\d+) (minute|hour|day)(s?)$/.exec(body) ?? [];
  if (digits === undefined || unit === undefined) return { problem: "is not of the form rate(5 minutes)" };
  const value = Number(digits);
  if (value < 1) return { problem: "has a rate of 0; the shortest is 1 minute" };
  if (service !== "scheduler" && (value === 1) === (plural === "s")) {
    return { problem: `has the wrong number: AWS takes rate(${value} ${unit}${value === 1 ? "" : "s"})` };
  }
  return { kind: "rate", minutes: value * (minutesOfUnit[unit] ?? Number.NaN) };
}

function parseCron(body: string): Schedule | ScheduleProblem {
  const parts = body.trim().split(/\s+/);
  if (parts.length !== cronFields.length) {
    const names = Object.values(fields).map((field) => field.name);
    return { problem: `has ${parts.length} fields; AWS takes 6: ${names.join(" ")}` };
  }
  const parsed: Partial<Record<(typeof cronFields)[number], CronField>> = {};
  for (const [index, key] of cronFields.entries()) {
    const value = parseField((parts[index] ?? "").toUpperCase(), fields[key]);
    if (!value) return { problem: `has ${JSON.stringify(parts[index])} as ${fields[key].name}` };
    if (key === "dayOfWeek" && /#.*,|,.*#/.test(parts[index] ?? "")) {
      return { problem: `has ${JSON.stringify(parts[index])} as day-of-week; with # it takes one day alone` };
    }
    parsed[key] = value;
  }
  if ((parts[2] === "?") === (parts[4] === "?")) {
    return { problem: "must have ? as exactly one of day-of-month and day-of-week" };
  }
  return { kind: "cron", ...(parsed as Cron) };
}

function parseField(text: string, field: Field): CronField | undefined {
  if (text === "?" && field.special) return { values: [], special: [], every: true };
  const items = text.split(",");
  const special = items.filter((item) => field.special?.test(item));
  const values = new Set<number>();
  for (const item of items.filter((each) => !special.includes(each))) {
    const found = parseItem(item, field);
    if (!found) return undefined;
    for (const value of found) values.add(value);
  }
  const sorted = [...values].sort((a, b) => a - b);
  return { values: sorted, special, every: sorted.length === field.max - field.min + 1 };
}

/** The numbers of one item of a list: `5`, `MON`, `1-5`, `*`, `0/15` or `10-20/5`. */
function parseItem(item: string, field: Field): number[] | undefined {
  const [, base = "", step] = /^([^/]*)(?:\/(\d+))?$/.exec(item) ?? [];
  const by = Number(step ?? 1);
  if (by < 1 || by > field.max || (base === "" && step === undefined)) return undefined;
  const [from, to, ...rest] = base === "*" || base === "" ? [field.min, field.max] : base.split("-").map(number);
  if (from === undefined || rest.length > 0) return undefined;
  const size = field.max - field.min + 1;
  const last = to ?? (step === undefined ? from : field.max);
  if (!Number.isInteger(from) || !Number.isInteger(last)) return undefined;
  // FRI-MON runs over the end of the week.
  const count = Math.floor((last >= from ? last - from : last - from + size) / by) + 1;
  return Array.from({ length: count }, (_, i) => ((from + i * by - field.min) % size) + field.min);

  function number(text: string): number {
    const named = field.names?.indexOf(text) ?? -1;
    if (named >= 0) return named + 1;
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= field.min && value <= field.max ? value : Number.NaN;
  }
}

function parseAt(body: string): Schedule | ScheduleProblem {
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(body) ? new Date(`${body}Z`) : undefined;
  const exists = time && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(body);
  return exists ? { kind: "at", time } : { problem: "is not of the form at(2027-01-31T09:00:00)" };
}
