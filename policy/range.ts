import { wellArchitected } from "./controls";
import { type Reading } from "./known";
import { type Limit } from "./limits";
import { type Resource } from "./resource";
import {
  type Context,
  holds,
  type Level,
  notEvaluated,
  type ResourceRule,
  type Severity,
  type Verdict,
  violated,
} from "./rule";

/** `1 to 900 s`, `at most 5 layers`, `at least 100 executions`. */
export function allowed(limit: Limit): string {
  if (limit.values) return `${limit.values.join(", ")} ${limit.unit}`;
  if (limit.min !== undefined && limit.max !== undefined) {
    return `${amount(limit.min)} to ${quantity(limit.max, limit.unit)}`;
  }
  if (limit.max !== undefined) return `at most ${quantity(limit.max, limit.unit)}`;
  return `at least ${quantity(limit.min ?? 0, limit.unit)}`;
}

/** `901 s`, `1 layer`, `52,428,801 bytes (50.0 MB)`. */
export function quantity(value: number, unit: string): string {
  const singular = value === 1 && unit.endsWith("s") && unit.length > 2 ? unit.slice(0, -1) : unit;
  const megabytes = unit === "bytes" && value >= 1024 * 1024 ? ` (${(value / 1024 / 1024).toFixed(1)} MB)` : "";
  return `${amount(value)} ${singular}${megabytes}`;
}

function amount(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 3 });
}

/** Checks a number against a limit. Whole numbers only: AWS's limits count whole units. */
export function within(resource: Resource | undefined, what: string, used: Reading<number>, limit: Limit): Verdict {
  switch (used.state) {
    case "absent":
      return holds;
    case "unknown":
      return notEvaluated(resource, what);
    case "malformed":
      return notEvaluated(resource, `${what} (not a number)`);
    case "known": {
      const { value } = used;
      const inside =
        Number.isInteger(value) &&
        value >= (limit.min ?? -Infinity) &&
        value <= (limit.max ?? Infinity) &&
        (limit.values?.includes(value) ?? true);
      if (inside) return holds;
      return violated(resource, `${what} is ${quantity(value, limit.unit)}; AWS allows ${allowed(limit)}`);
    }
  }
}

/** What sets one range rule apart from another. */
export interface RangeRule {
  readonly id: string;
  readonly type: string;
  /** Path of the property from the resource. */
  readonly property: readonly (string | number)[];
  readonly limit: Limit;
  readonly fix: string;
  readonly level?: Level;
  readonly severity?: Severity;
  /** Whether coming near to the maximum is worth a warning: not where the maximum is a fair choice. */
  readonly headroom?: boolean;
  /** Values that stand for "not set", such as a reservation of −1. */
  readonly unset?: readonly number[];
}

/** A rule that keeps one number of a resource within a limit. */
export function rangeRule(range: RangeRule): ResourceRule {
  const read = (resource: Resource): Reading<number> => {
    const reading = resource.get(...range.property).number();
    const unset = reading.state === "known" && range.unset?.includes(reading.value);
    return unset ? { state: "absent" } : reading;
  };
  return {
    scope: "resource",
    id: range.id,
    title: `${range.limit.title}: ${allowed(range.limit)}`,
    severity: range.severity ?? "high",
    level: range.level ?? "mandatory",
    controls: [wellArchitected(range.limit.kind === "hard" ? "REL01-BP03" : "REL01-BP01")],
    fix: range.fix,
    page: range.limit.page,
    limit: range.limit,
    type: range.type,
    check: (resource: Resource, context: Context) =>
      within(resource, resource.get(...range.property).name, read(resource), context.limit(range.limit)),
    ...(range.headroom && {
      usage: (resource: Resource) => {
        const used = read(resource);
        return used.state === "known" ? [{ resource, limit: range.limit, used: used.value }] : [];
      },
    }),
  };
}
