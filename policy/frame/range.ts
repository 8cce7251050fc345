import { wellArchitected } from "./controls";
import { type Graph } from "./graph";
import { type Property, type Reading } from "./known";
import { type Limit } from "../../limits";
import { type Resource } from "./resource";
import {
  holds,
  type Level,
  notEvaluated,
  type ResourceRule,
  type RuleInfo,
  type Severity,
  type StackRule,
  type Usage,
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

/**
 * Checks a use of a limit. Whole numbers only: AWS's limits count whole units.
 * @param missing The property that is not known yet, if the number is only a part for want of it.
 */
export function checkLimit(
  resource: Resource | undefined,
  what: string,
  used: Reading<number>,
  limit: Limit,
  missing?: string,
): Verdict {
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
      if (inside) return missing === undefined ? holds : notEvaluated(resource, missing);
      const part = missing === undefined ? "" : ", not counting values that are not known yet";
      return violated(resource, `${what} is ${quantity(value, limit.unit)}${part}; AWS allows ${allowed(limit)}`);
    }
  }
}

/** How much of a limit something uses. */
export interface Measured {
  /** The resource that uses it; none for the stack as a whole. */
  readonly resource: Resource | undefined;
  /** The words for it in messages: `timeout`, `number of layers`. */
  readonly what: string;
  readonly used: Reading<number>;
  /** The property that is not known yet, if the number is only a part for want of it. */
  readonly missing?: string | undefined;
}

/** What sets one limit rule apart from another. */
export interface LimitRule {
  readonly id: string;
  readonly limit: Limit;
  readonly fix: string;
  /** Replaces the title made of the limit's. */
  readonly title?: string;
  /** Default: mandatory, since AWS refuses a value beyond the limit. */
  readonly level?: Level;
  readonly severity?: Severity;
  /** Whether the use is reported, and pointed out when it is near the limit. Default: true. */
  readonly headroom?: boolean;
}

/** A rule that keeps what one resource uses within a limit; the use is reported with no more code. */
export function limitRule(
  rule: LimitRule & {
    readonly type: string;
    /** The limit of resources for which AWS has another one. */
    readonly limitOf?: (resource: Resource) => Limit | undefined;
    measure(resource: Resource): Omit<Measured, "resource">;
  },
): ResourceRule {
  const measure = (resource: Resource): Measured => ({ resource, ...rule.measure(resource) });
  return {
    scope: "resource",
    ...describeRule(rule),
    type: rule.type,
    check: (resource, context) =>
      checkMeasured(measure(resource), rule.limitOf?.(resource) ?? context.limit(rule.limit)),
    ...(rule.headroom !== false && { usage: (resource: Resource) => usage(rule, [measure(resource)]) }),
  };
}

/** A rule that keeps what resources use together within a limit; the use is reported with no more code. */
export function stackLimitRule(rule: LimitRule & { measure(stack: Graph): readonly Measured[] }): StackRule {
  return {
    scope: "stack",
    ...describeRule(rule),
    check: (stack, context) => rule.measure(stack).flatMap((each) => checkMeasured(each, context.limit(rule.limit))),
    ...(rule.headroom !== false && { usage: (stack: Graph) => usage(rule, rule.measure(stack)) }),
  };
}

function checkMeasured({ resource, what, used, missing }: Measured, limit: Limit): Verdict {
  return checkLimit(resource, what, used, limit, missing);
}

function describeRule({ id, limit, fix, title, level = "mandatory", severity = "high" }: LimitRule): RuleInfo {
  return {
    id,
    title: title ?? `${limit.title}: ${allowed(limit)}`,
    severity,
    level,
    ...(level === "mandatory" && { ground: "refused" }),
    controls: [wellArchitected(limit.kind === "hard" ? "REL01-BP03" : "REL01-BP01")],
    fix,
    page: limit.page,
    limit,
  };
}

function usage({ limit }: LimitRule, all: readonly Measured[]): readonly Usage[] {
  return all.flatMap(({ resource, used }) => (used.state === "known" ? [{ resource, limit, used: used.value }] : []));
}

/** A number taken of a property, and what messages put before the property's name. */
export interface Measure {
  readonly what: string;
  of(property: Property): Reading<number>;
}

/** The elements of a list or the keys of an object; they count whether or not each of them is known. */
export const elements: Measure = {
  what: "number of ",
  of(property) {
    const list = property.list();
    const reading = list.state === "malformed" ? property.entries() : list;
    return reading.state === "known" ? { state: "known", value: reading.value.length } : reading;
  },
};

/** The characters of a text. */
export const characters: Measure = {
  what: "length of ",
  of(property) {
    const text = property.text();
    return text.state === "known" ? { state: "known", value: text.value.length } : text;
  },
};

/** The bytes of a text in UTF-8. */
export const bytes: Measure = {
  what: "size of ",
  of(property) {
    const text = property.text();
    return text.state === "known" ? { state: "known", value: Buffer.byteLength(text.value) } : text;
  },
};

const itself: Measure = { what: "", of: (property) => property.number() };

/** What sets one range rule apart from another. */
export interface RangeRule extends LimitRule {
  readonly type: string;
  /** Path of the property from the resource. */
  readonly property: readonly (string | number)[];
  /** Default here: false, since the maximum of a range is usually a legitimate choice. */
  readonly headroom?: boolean;
  /** Values that stand for "not set", such as a reservation of −1. */
  readonly unset?: readonly number[];
  /** What is counted of the property; its own number by default. */
  readonly measure?: Measure;
  /** The limit of resources for which AWS has another one. */
  readonly limitOf?: (resource: Resource) => Limit | undefined;
}

/** A rule that keeps one number of a resource within a limit. */
export function rangeRule({ property, unset, headroom = false, measure = itself, ...rule }: RangeRule): ResourceRule {
  const covers = [property.join(".")];
  const limited = limitRule({
    ...rule,
    headroom,
    measure(resource) {
      const measured = resource.get(...property);
      const reading = measure.of(measured);
      const used: Reading<number> =
        reading.state === "known" && unset?.includes(reading.value) ? { state: "absent" } : reading;
      return { what: `${measure.what}${measured.name}`, used };
    },
  });
  return { ...limited, covers };
}
