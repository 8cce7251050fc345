import { type Check, type Fault, isConfidential, joinChoices, show } from "./fault";
import { findFormat } from "./formats";
import { isAbsent, isObject, isUnknown } from "../frame/plain";
import { type Scalar, type Schema } from "./schema";

/** What a word says of a known value: nothing where it holds, or is about values of another kind. */
type Word = (value: unknown, path: string) => Partial<Fault> | undefined;

/** A keyword about one value: skipped if it is absent, unknown if it is not known. */
function onValue(word: Word): Check {
  return ({ value, path }, found) => {
    if (isAbsent(value)) return;
    if (isUnknown(value)) {
      found.open.push(path);
      return;
    }
    const fault = word(value, path);
    if (!fault) return;
    const takes = fault.takes ?? "another value";
    found.faults.push({ path, is: `is ${show(value, path)}`, takes, fix: `Set ${path} to ${takes}.`, ...fault });
  };
}

/** A number; one written as a text counts, as it does for the AWS provider. */
export function toNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && /^-?[\d.]+$/.test(value.trim()) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

function between(minimum: number | undefined, maximum: number | undefined, unit = ""): string {
  const figure = (number: number) => (Number.isInteger(number) ? number.toLocaleString("en-US") : String(number));
  if (minimum === undefined) return `at most ${figure(maximum ?? 0)}${unit}`;
  if (maximum === undefined) return `at least ${figure(minimum)}${unit}`;
  return minimum === maximum ? `${figure(minimum)}${unit}` : `${figure(minimum)} to ${figure(maximum)}${unit}`;
}

const isOutside = (count: number, minimum = -Infinity, maximum = Infinity) => count < minimum || count > maximum;

const isScalar = (value: unknown): value is Scalar => ["string", "number", "boolean"].includes(typeof value);

function enumeration({ const: constant, enum: several, anyCase }: Schema): Check | undefined {
  const all = several ?? (constant === undefined ? undefined : [constant]);
  if (!all) return undefined;
  const key = (value: Scalar) => (anyCase ? String(value).toLowerCase() : String(value));
  const taken = new Set(all.map(key));
  return onValue((value) => (isScalar(value) && !taken.has(key(value)) ? { takes: joinChoices(all) } : undefined));
}

function range({ minimum, maximum, exclusiveMinimum, multipleOf }: Schema): Check | undefined {
  if ([minimum, maximum, exclusiveMinimum, multipleOf].every((each) => each === undefined)) return undefined;
  return onValue((value) => {
    const number = toNumber(value);
    if (number === undefined) return undefined;
    if (isOutside(number, minimum, maximum)) return { takes: between(minimum, maximum) };
    if (exclusiveMinimum !== undefined && number <= exclusiveMinimum) return { takes: `more than ${exclusiveMinimum}` };
    return multipleOf !== undefined && number % multipleOf !== 0 ? { takes: `multiples of ${multipleOf}` } : undefined;
  });
}

function length({ minLength, maxLength, maxBytes }: Schema): Check | undefined {
  if ([minLength, maxLength, maxBytes].every((each) => each === undefined)) return undefined;
  return onValue((value, path) => {
    if (typeof value !== "string") return undefined;
    const count = maxBytes === undefined ? [...value].length : Buffer.byteLength(value);
    const unit = maxBytes === undefined ? " characters" : " bytes";
    const takes = between(minLength, maxBytes ?? maxLength, unit);
    if (!isOutside(count, minLength, maxBytes ?? maxLength)) return undefined;
    const shown = isConfidential(path) ? "" : ` (${show(value, path)})`;
    return { is: `has ${count.toLocaleString("en-US")}${unit}${shown}`, takes, fix: `Give ${path} ${takes}.` };
  });
}

function pattern({ pattern: source }: Schema): Check | undefined {
  if (source === undefined) return undefined;
  const expression = new RegExp(source, "u");
  return onValue((value) => {
    if (typeof value !== "string" || expression.test(value)) return undefined;
    return { takes: `what matches ${source}` };
  });
}

function items({ minItems, maxItems, uniqueItems, uniqueKeys, anyCase }: Schema): readonly Check[] {
  const fold = (text: string) => (anyCase ? text.toLowerCase() : text);
  const checks: Check[] = [];
  if (minItems !== undefined || maxItems !== undefined) {
    checks.push(
      onValue((value, path) => {
        if (!Array.isArray(value) || !isOutside(value.length, minItems, maxItems)) return undefined;
        const takes = between(minItems, maxItems, " elements");
        return { is: `has ${value.length} elements`, takes, fix: `Give ${path} ${takes}.` };
      }),
    );
  }
  if (uniqueItems) checks.push(repeated((each) => (isScalar(each) ? fold(String(each)) : undefined), "values"));
  if (uniqueKeys) {
    checks.push(
      repeated((each) => {
        const keys = uniqueKeys.map((key) => (isObject(each) ? each[key] : undefined));
        const known = keys.every((key) => !isUnknown(key) && (isAbsent(key) || isScalar(key)));
        return !known || keys.every(isAbsent) ? undefined : fold(JSON.stringify(keys));
      }, uniqueKeys.join(" and ")),
    );
  }
  return checks;
}

/** A list with two elements of one key. An unknown element differs from all others until it is known. */
function repeated(readKey: (each: unknown) => string | undefined, what: string): Check {
  return onValue((value, path) => {
    if (!Array.isArray(value)) return undefined;
    const seen = new Set<string>();
    for (const each of value) {
      const key = isUnknown(each) ? undefined : readKey(each);
      if (key !== undefined && seen.has(key)) {
        const shown = key.replace(/^\["?|"?\]$/g, "");
        return {
          is: `has ${shown} twice`,
          takes: `different ${what}`,
          fix: `Give the elements of ${path} different ${what}.`,
        };
      }
      if (key !== undefined) seen.add(key);
    }
    return undefined;
  });
}

function map({ minProperties, maxProperties }: Schema): Check | undefined {
  if (minProperties === undefined && maxProperties === undefined) return undefined;
  return onValue((value) => {
    if (!isObject(value)) return undefined;
    const count = Object.keys(value).length;
    const takes = between(minProperties, maxProperties, " keys");
    return isOutside(count, minProperties, maxProperties) ? { is: `has ${count} keys`, takes } : undefined;
  });
}

function format({ format: name }: Schema): Check | undefined {
  if (name === undefined) return undefined;
  const check = findFormat(name);
  return ({ value, path }, found) => {
    if (isAbsent(value)) return;
    if (isUnknown(value)) {
      found.open.push(path);
      return;
    }
    for (const { at = "", is, takes, fix } of check(value)) {
      const place = at === "" ? path : `${path} (${at})`;
      found.faults.push({
        path: place,
        is: is ?? `is ${show(value, path)}`,
        takes,
        fix: fix ?? `Set ${path} to ${takes}.`,
      });
    }
  };
}

/** The checks of the words that are about one value by itself. */
export function valueWords(schema: Schema): readonly Check[] {
  const single = [enumeration, range, length, pattern, map, format].map((word) => word(schema));
  return [...single.filter((check) => check !== undefined), ...items(schema)];
}
