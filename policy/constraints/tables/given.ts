import { isObject } from "../../frame/plain";
import { parsePath } from "../place";
import { type Row, type Scalar, type Schema } from "../schema";

/** Arguments by their paths: `{ "a.b": 1, "c[].d": 2 }`. */
export type Given = Readonly<Record<string, unknown>>;

type Words = Schema & Partial<Pick<Row, "source" | "level" | "fix" | "beside" | "links">>;

const merge = (a: unknown, b: unknown): unknown => {
  if (Array.isArray(a) && Array.isArray(b) && isObject(a[0]) && isObject(b[0])) return [merge(a[0], b[0])];
  if (!isObject(a) || !isObject(b)) return b;
  const shared = Object.keys(b).map((key) => [key, key in a ? merge(a[key], b[key]) : b[key]]);
  return { ...a, ...Object.fromEntries(shared) };
};

/** What paths say as arguments: those of one object, or of a list's element, are together in it. */
export function given(...all: readonly Given[]): Record<string, unknown> {
  const each = all
    .flatMap((paths) => Object.entries(paths))
    .map(([path, value]) =>
      parsePath(path).reduceRight((inner, step) => {
        if (step === "each element") return [inner];
        if (step === "document") return JSON.stringify(inner);
        return typeof step === "object" ? { [step.key]: inner } : inner;
      }, value),
    );
  return each.reduce<Record<string, unknown>>((a, b) => merge(a, b) as Record<string, unknown>, {});
}

/** The first of several values stands for them in an example. */
const example = (when: Given): Given =>
  Object.fromEntries(Object.entries(when).map(([path, value]) => [path, Array.isArray(value) ? value[0] : value]));

const condition = (when: Given) => when as Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** Where settings have these values (one of a list), others are needed. */
export const needs = (fact: string, when: Given, needed: Given, more: Words = {}): Row => ({
  ...{ at: "", fact, when: condition(when), required: Object.keys(needed), ...more },
  ...{ good: given(example(when), needed), bad: given(example(when)) },
});

/** Where settings have these values, others are not there. */
export const bars = (fact: string, when: Given, barred: Given, more: Words = {}): Row => ({
  ...{ at: "", fact, when: condition(when), excluded: Object.keys(barred), ...more },
  ...{ good: given(example(when)), bad: given(example(when), barred) },
});

/** Where settings have these values, another one fits a schema. */
export const narrows = (
  fact: string,
  when: Given,
  at: string,
  schema: Schema,
  [good, bad]: readonly [good: unknown, bad: unknown],
  more: Words = {},
): Row => ({
  ...{ at: "", fact, when: condition(when), properties: { [at]: schema }, ...more },
  ...{ good: given(example(when), { [at]: good }), bad: given(example(when), { [at]: bad }) },
});

const first = (have: Given): string => Object.keys(have)[0] ?? "";

/** What is set needs others. */
export const takes = (fact: string, have: Given, needed: Given, more: Words = {}): Row => ({
  ...{ at: "", fact, dependentRequired: { [first(have)]: Object.keys(needed) }, ...more },
  ...{ good: given(have, needed), bad: given(have) },
});

/** What is set is not beside others. */
export const apart = (fact: string, have: Given, barred: Given, more: Words = {}): Row => ({
  ...{ at: "", fact, dependentExcluded: { [first(have)]: Object.keys(barred) }, ...more },
  ...{ good: given(have), bad: given(have, barred) },
});

/** Exactly one of two or more. */
export const oneOf = (fact: string, one: Given, other: Given, more: Words = {}): Row => ({
  ...{ at: "", fact, requiredXor: [...Object.keys(one), ...Object.keys(other)], ...more },
  ...{ good: given(one), bad: given(one, other) },
});

/** A constraint in words of its own. */
export const says = (fact: string, words: Words, good: Given, bad: Given): Row => ({
  ...{ at: "", fact, ...words },
  ...{ good: given(good), bad: given(bad) },
});

/** A value at a path, in words of its own. */
export const at = (path: string, fact: string, words: Words, good: unknown, bad: unknown): Row => ({
  ...{ at: path, fact, ...words, good, bad },
});
