import { type Row, type Schema } from "../schema";

type Values = Readonly<Record<string, unknown>>;
type Words = Schema & Partial<Pick<Row, "source" | "level" | "fix" | "beside" | "links">>;

/** A row about the arguments of a resource together: what both of its examples have, and what each has besides. */
export function together(fact: string, words: Words, both: Values, good: Values, bad: Values): Row {
  return { at: "", fact, ...words, good: { ...both, ...good }, bad: { ...both, ...bad } };
}

/** A setting that is not there where another one has some value: `when` says which. */
export function only(fact: string, when: NonNullable<Schema["when"]>, excluded: readonly string[], more: Words = {}) {
  return (both: Values, good: Values, bad: Values): Row => together(fact, { when, excluded, ...more }, both, good, bad);
}

/** Settings that are needed where another one has some value. */
export function needs(fact: string, when: NonNullable<Schema["when"]>, required: readonly string[], more: Words = {}) {
  return (both: Values, good: Values, bad: Values): Row => together(fact, { when, required, ...more }, both, good, bad);
}

/** ARNs of the Region that the resource is made in: a good and a bad one differ in the Region alone. */
export function sameRegion(at: string, fact: string, arn: string, more: Words = {}): Row {
  const elsewhere = arn.replace(/:eu-west-1:/, ":us-east-1:");
  return { at, fact, ownRegion: true, ...more, good: arn, bad: elsewhere };
}

/** A number between two bounds, both of which AWS takes. */
export function between(at: string, minimum: number, maximum: number, more: Words = {}): Row {
  return { at, minimum, maximum, ...more, good: minimum, bad: maximum + 1 };
}

/** One of several values. */
export function among(at: string, values: readonly string[], bad: string, more: Words = {}): Row {
  return { at, enum: values, ...more, good: values[0], bad };
}

/** What a text has to look like. */
export function like(at: string, fact: string, pattern: string, good: string, bad: string, more: Words = {}): Row {
  return { at, fact, pattern, ...more, good, bad };
}
