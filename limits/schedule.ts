/** Where AWS documents the expressions. */
export const schedulePages = {
  rule: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html",
  scheduler: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html",
} as const;

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
  /** Forms that this field takes besides numbers, names, ranges, steps and lists. */
  readonly special?: RegExp;
}

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

const fields: readonly Field[] = [
  { name: "minutes", min: 0, max: 59 },
  { name: "hours", min: 0, max: 23 },
  { name: "day-of-month", min: 1, max: 31, special: /^(\?|L|LW|([1-9]|[12]\d|3[01])W)$/ },
  { name: "month", min: 1, max: 12, names: months },
  {
    name: "day-of-week",
    min: 1,
    max: 7,
    names: days,
    special: /^(\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$/,
  },
  { name: "year", min: 1970, max: 2199 },
];

/**
 * What is wrong with a schedule expression, or `undefined` if AWS takes it.
 *
 * @param service `rule` for EventBridge rules (`rate`, `cron`), `scheduler` for EventBridge Scheduler (also `at`).
 */
export function scheduleError(expression: string, service: "rule" | "scheduler"): string | undefined {
  const [, kind, body] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === "rate" && body !== undefined) return rateError(body, service);
  if (kind === "cron" && body !== undefined) return cronError(body);
  if (kind === "at" && body !== undefined && service === "scheduler") return atError(body);
  return service === "scheduler" ? "is none of rate(…), cron(…) and at(…)" : "is neither rate(…) nor cron(…)";
}

function rateError(body: string, service: "rule" | "scheduler"): string | undefined {
  const [, digits, unit] = /^(\d+) (minutes?|hours?|days?)$/.exec(body) ?? [];
  if (digits === undefined || unit === undefined) return "is not of the form rate(5 minutes)";
  const value = Number(digits);
  if (value < 1) return "has a rate of 0; the shortest is 1 minute";
  if (service === "rule" && (value === 1) === unit.endsWith("s")) {
    const right = value === 1 ? unit.slice(0, -1) : `${unit}s`;
    return `has the wrong number: AWS takes rate(${value} ${right})`;
  }
  return undefined;
}

function cronError(body: string): string | undefined {
  const parts = body.trim().split(/\s+/);
  if (parts.length !== fields.length) {
    const names = fields.map((field) => field.name).join(" ");
    return `has ${parts.length} fields; AWS takes 6: ${names}`;
  }
  for (const [index, field] of fields.entries()) {
    const text = (parts[index] ?? "").toUpperCase();
    if (!fieldHolds(text, field)) return `has ${JSON.stringify(parts[index])} as ${field.name}`;
  }
  if ((parts[2] === "?") === (parts[4] === "?")) return "must have ? as exactly one of day-of-month and day-of-week";
  return undefined;
}

function fieldHolds(text: string, field: Field): boolean {
  if (field.special?.test(text)) return true;
  return text.split(",").every((item) => itemHolds(item, field));
}

/** One item of a list: `5`, `MON`, `1-5`, `*`, `0/15`, `10-20/5`, or a special form. */
function itemHolds(item: string, field: Field): boolean {
  if (item !== "?" && field.special?.test(item)) return true;
  const [base = "", step, ...rest] = item.split("/");
  if (rest.length > 0) return false;
  if (step !== undefined && !(/^\d+$/.test(step) && Number(step) >= 1 && Number(step) <= field.max)) return false;
  if (base === "*" || (base === "" && step !== undefined)) return true;
  const ends = base.split("-");
  return ends.length <= 2 && ends.every((end) => valueHolds(end, field));
}

function valueHolds(text: string, field: Field): boolean {
  if (field.names?.includes(text)) return true;
  return /^\d+$/.test(text) && Number(text) >= field.min && Number(text) <= field.max;
}

function atError(body: string): string | undefined {
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(body) ? new Date(`${body}Z`) : undefined;
  const exists = time && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(body);
  return exists ? undefined : "is not of the form at(2027-01-31T09:00:00)";
}
