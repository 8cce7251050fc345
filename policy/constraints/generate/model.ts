import { type Schema } from "../schema";

/** What AWS's own data says of one value. */
export interface Model {
  readonly kind: "string" | "number" | "boolean" | "list" | "map" | "object" | "other";
  readonly words: Schema;
  readonly element?: Model;
  /** By name without case. */
  readonly properties?: ReadonlyMap<string, Model>;
}

export const normal = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Expressions that say nothing, and those that need no check. */
const anything = /^\^?(\(?[.](\*|\+|\{\d+,\d*\})\)?|\[\\s\\S\]\*|\[\^\]\*|\[\\s\\S\]\+|\(\?s\)\.\*|\(\?s\)\.\+)\$?$/;

/** A regular expression as JavaScript takes it, or why it is left out. */
export function readPattern(pattern: string): { readonly pattern?: string; readonly why?: string } {
  if (anything.test(pattern)) return {};
  // Java's, Python's and Go's names of classes that JavaScript has too.
  const converted = pattern
    .replaceAll("[:alpha:]", "A-Za-z")
    .replaceAll("[:alnum:]", "A-Za-z0-9")
    .replaceAll("\\p{Alpha}", "A-Za-z")
    .replaceAll("\\p{Alnum}", "A-Za-z0-9")
    .replaceAll("\\p{Digit}", "0-9")
    .replaceAll("\\p{ASCII}", "\\x00-\\x7F")
    .replaceAll("\\p{Print}", "\\x20-\\x7E")
    .replaceAll("\\A", "^")
    .replace(/\\[zZ]$/, "$");
  for (const candidate of [converted, converted.replace(/\\([_\-@:,=%#<>&!~"'; ])/g, "$1")]) {
    try {
      new RegExp(candidate, "u");
      return { pattern: candidate };
    } catch {
      // The next candidate drops escapes that JavaScript does not take.
    }
  }
  try {
    // Without the flag for Unicode more is taken; what then means something else stays out.
    new RegExp(converted);
    return { why: `not in the dialect that rows use: ${pattern}` };
  } catch {
    return { why: `no JavaScript: ${pattern}` };
  }
}

const least = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : Math.min(a, b);
const most = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : Math.max(a, b);

function set(words: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) words[name] = value;
}

/** The constraints that both sources agree on: where both know a value, the more lenient one wins. */
export function lenient(a: Schema, b: Schema): Schema {
  const words: Record<string, unknown> = {};
  const isSilent = (schema: Schema) => Object.keys(schema).length === 0;
  if (isSilent(a)) return b;
  if (isSilent(b)) return a;
  if (a.enum && b.enum) words["enum"] = [...new Set([...a.enum, ...b.enum])];
  else if ((a.enum ?? b.enum) && !(a.pattern ?? b.pattern)) words["enum"] = a.enum ?? b.enum;
  if (a.pattern === b.pattern) set(words, "pattern", a.pattern);
  for (const name of ["minLength", "minimum", "minItems"] as const) set(words, name, least(a[name], b[name]));
  for (const name of ["maxLength", "maximum", "maxItems"] as const) set(words, name, most(a[name], b[name]));
  return words;
}

/** One model of two of the same value. */
export function merge(a: Model, b: Model): Model {
  if (a.kind !== b.kind) return a.kind === "other" ? b : a;
  const element = a.element && b.element ? merge(a.element, b.element) : (a.element ?? b.element);
  const properties = new Map(a.properties);
  for (const [name, model] of b.properties ?? []) {
    const own = properties.get(name);
    properties.set(name, own ? merge(own, model) : model);
  }
  return {
    kind: a.kind,
    words: lenient(a.words, b.words),
    ...(element && { element }),
    ...(properties.size > 0 && { properties }),
  };
}
