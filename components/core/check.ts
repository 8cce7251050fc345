import * as pulumi from "@pulumi/pulumi";
import { type Limit } from "../../limits";

/** The smallest and the largest whole number of one of our own settings, inclusive. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** A component has wrong arguments. The message lists every problem at once; nothing has been created yet. */
export class ArgumentError extends pulumi.RunError {
  override readonly name = "ArgumentError";

  constructor(message: string) {
    super();
    // If a property's value fails later, Pulumi prefixes the message with "error serializing property …" for each
    // dependent resource; the message itself stays readable.
    Object.defineProperty(this, "message", { get: () => message, set: () => {} });
  }
}

/** A problem with one argument. */
export interface Problem {
  /** Path of the argument, such as `capacity.read` or `widths[0]`. */
  readonly property: string;
  readonly value: unknown;
  /** What is allowed, where AWS documents it, and how to fix it. */
  readonly allowed: string;
}

/**
 * Collects the problems of arguments, so that one run reports all. The policy pack checks values that are known only
 * after creation.
 */
export class Problems {
  readonly list: Problem[] = [];

  /** The value must be a whole number within AWS's limit. */
  range(property: string, value: pulumi.Input<number | undefined> | undefined, limit: Limit): this {
    if (typeof value !== "number") return this;
    const { min = 0, max = Number.POSITIVE_INFINITY, values, unit, page } = limit;
    const range = Number.isFinite(max) ? `whole numbers from ${min} to ${max}` : `whole numbers from ${min} up`;
    const holds = values ? values.includes(value) : Number.isInteger(value) && value >= min && value <= max;
    return this.that(holds, property, value, `AWS allows ${values?.join(", ") ?? range} ${unit} (${page})`);
  }

  /** The value must be a whole number within bounds that are our own, not AWS's. */
  bounds(property: string, value: number, { min, max }: Bounds, unit: string): this {
    const holds = Number.isInteger(value) && value >= min && value <= max;
    const [from, to] = [min, max].map((bound) => bound.toLocaleString("en"));
    return this.that(holds, property, value, `give whole ${unit} from ${from} to ${to}`);
  }

  /** The items of a list must differ. */
  once(property: string, list: readonly unknown[]): this {
    return this.that(new Set(list).size === list.length, property, list, "give each once");
  }

  /** The condition must hold; otherwise `allowed` says what is allowed, and how to fix it. */
  that(holds: boolean, property: string, value: unknown, allowed: string): this {
    if (!holds) this.list.push({ property, value, allowed });
    return this;
  }

  /** Adds the problems of another check; `rename` maps its argument names to the ones here. */
  all(problems: readonly Problem[], rename: (property: string) => string = (property) => property): this {
    this.list.push(...problems.map((problem) => ({ ...problem, property: rename(problem.property) })));
    return this;
  }
}

/** A value as errors show it, shortened if it is long. */
export function shownValue(value: unknown): string {
  const text = value === undefined ? "missing" : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

/** Whether an argument causes the error: replacing it makes the error go away. */
function isUnreadable<Args extends object>(
  args: Args,
  key: string,
  find: (args: Args) => unknown,
  { message }: TypeError,
): boolean {
  return [{}, [], ""].every((value) => {
    try {
      find({ ...args, [key]: value });
      return true;
    } catch (error) {
      return !(error instanceof TypeError && error.message === message);
    }
  });
}

/** The problems of one component: its constructor throws them. */
export class Check extends Problems {
  constructor(
    private readonly kind: string,
    private readonly name: string,
  ) {
    super();
  }

  /** The component's name must leave room for the suffixes of its resources, whose names AWS bounds. */
  nameLength(max: number): this {
    return this.that(
      this.name.length <= max,
      "name",
      this.name,
      `${max} characters are allowed: AWS bounds the names made of it`,
    );
  }

  /**
   * Adds the problems that a component's own function finds in its arguments. If it cannot even read them, because one
   * is missing or has the wrong type, reports that instead of the TypeError: programs in JavaScript have no compiler to
   * do so.
   */
  args<Args extends object>(args: Args, find: (args: Args) => readonly Problem[]): this {
    const kinds = `give the arguments of ${this.kind}Args, with the types that it declares`;
    if (typeof args !== "object" || args === null) return this.that(false, "args", args, kinds);
    const read = new Set<string>();
    const watched = new Proxy(args, {
      get(target, key) {
        read.add(String(key));
        return Reflect.get(target, key) as unknown;
      },
    });
    try {
      return this.all(find(watched));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const [, named] = /^(\w+)(?:\.\w+)? is not (?:a function|iterable)/.exec(error.message) ?? [];
      const isNamed = named !== undefined && named in args;
      const property = isNamed ? named : [...read].find((key) => isUnreadable(args, key, find, error));
      const value = property === undefined ? args : (args as Record<string, unknown>)[property];
      return this.that(false, property ?? "args", value, `${kinds} (${error.message})`);
    }
  }

  /** Throws one error with every problem found. */
  done(): void {
    const lines = this.list.map(({ property, value, allowed }) => {
      return `${this.kind} "${this.name}": ${property} is ${shownValue(value)}; ${allowed}.`;
    });
    if (lines.length > 0) throw new ArgumentError([...new Set(lines)].join("\n"));
  }
}
