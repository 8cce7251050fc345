/** The result of a read: a value, a value that only the deployment will know, nothing, or a value of the wrong type. */
export type Reading<T> =
  | { readonly state: "known"; readonly value: T }
  | { readonly state: "unknown" }
  | { readonly state: "absent" }
  | { readonly state: "malformed" };

const unknown = { state: "unknown" } as const;
const absent = { state: "absent" } as const;
const malformed = { state: "malformed" } as const;

function known<T>(value: T): Reading<T> {
  return { state: "known", value };
}

/**
 * A property of a resource. Pulumi throws when a policy touches a value that is not known yet, and one uncaught throw
 * silently ends a policy: so every read of every rule goes through this class, which never throws.
 */
export class Property {
  private constructor(
    private readonly read: () => unknown,
    /** The keys that lead here from the resource. */
    readonly path: readonly (string | number)[],
  ) {}

  /** Wraps a resource's properties, or any plain value. */
  static of(value: unknown): Property {
    return new Property(() => value, []);
  }

  private once: { readonly value: unknown } | undefined;

  /** Read once, since many rules ask for the same: each step to it goes through Pulumi's proxies. */
  private value(): unknown {
    return (this.once ??= { value: this.read() }).value;
  }

  /** The property as it is written in a program, for example `ephemeralStorage.size`. */
  get name(): string {
    return this.path
      .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
      .join("")
      .replace(/^\./, "");
  }

  /** The property below this one. */
  at(...keys: (string | number)[]): Property {
    const read = (): unknown =>
      keys.reduce<unknown>(
        (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
        this.value(),
      );
    return new Property(read, [...this.path, ...keys]);
  }

  /** The document in a text of this property, in JSON unless said, to be read in the same way. Throws as its reader does. */
  parsed(text: string, read: (text: string) => unknown = JSON.parse): Property {
    const value = read(text);
    return new Property(() => value, this.path);
  }

  /** The value, whatever its type. */
  any(): Reading<unknown> {
    try {
      const value = this.value();
      return value === undefined || value === null ? absent : known(value);
    } catch (error) {
      if (isUnknownValueError(error)) return unknown;
      throw error;
    }
  }

  /** A number; a numeric string counts, as it does for the AWS provider. */
  number(): Reading<number> {
    return this.as((value) => {
      const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
      return typeof number === "number" && Number.isFinite(number) ? known(number) : malformed;
    });
  }

  text(): Reading<string> {
    return this.as((value) => (typeof value === "string" ? known(value) : malformed));
  }

  /** A boolean; the strings `true` and `false` count, as they do for the AWS provider. */
  flag(): Reading<boolean> {
    return this.as((value) => {
      if (typeof value === "boolean") return known(value);
      return value === "true" || value === "false" ? known(value === "true") : malformed;
    });
  }

  /** The elements of a list; each of them may still be unknown. */
  list(): Reading<readonly Property[]> {
    return this.as((value) => (Array.isArray(value) ? known(this.elements(value)) : malformed));
  }

  /** The elements of a list, or a single value as a list of one, as IAM reads its documents. */
  oneOrMore(): Reading<readonly Property[]> {
    return this.as((value) => known(Array.isArray(value) ? this.elements(value) : [this]));
  }

  /** The keys and values of an object; each value may still be unknown. */
  entries(): Reading<readonly (readonly [string, Property])[]> {
    return this.as((value) =>
      isObject(value) && !Array.isArray(value)
        ? known(Object.keys(value).map((key) => [key, this.at(key)] as const))
        : malformed,
    );
  }

  /** The object behind Pulumi's unknown-checking proxy: an asset's promises cannot be awaited through it. */
  target(): Reading<unknown> {
    return this.as((value) => {
      const proxied = isObject(value) && value["__isSpecialProxy"] === true;
      return known(proxied ? value["__getSpecialProxyTarget"] : value);
    });
  }

  /** By index: to walk over the list itself would touch its elements, and throw at the first unknown one. */
  private elements(list: readonly unknown[]): readonly Property[] {
    return Array.from({ length: list.length }, (_, index) => this.at(index));
  }

  private as<T>(convert: (value: unknown) => Reading<T>): Reading<T> {
    const reading = this.any();
    return reading.state === "known" ? convert(reading.value) : reading;
  }
}

/** The value of a reading, or a fallback: only for values whose absence decides nothing. */
export function valueOr<T, F>(reading: Reading<T>, fallback: F): T | F {
  return reading.state === "known" ? reading.value : fallback;
}

/** Whether a value is there in the program, or may be once it is known. */
export function mayBePresent(reading: Reading<unknown>): boolean {
  return reading.state !== "absent";
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}

/** Recognised by its shape, so that rules can be used (by the docs, a report, a test) without loading Pulumi. */
function isUnknownValueError(error: unknown): boolean {
  return error instanceof Error && "unknownTypeSentinel" in error;
}
