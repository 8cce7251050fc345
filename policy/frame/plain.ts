import { type Resource } from "./resource";

/** What Pulumi sends in the place of a value that is not known yet, by the kind of the value (sdk/nodejs/runtime/rpc.ts). */
const unknownValues: ReadonlySet<unknown> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

export const isUnknown = (value: unknown): boolean => unknownValues.has(value);

/**
 * The properties of a resource without the proxy that throws at unknown values: with thousands of rows, most of the
 * time would go to the proxy. Callers check {@link isUnknown} first.
 */
export function plainProperties(resource: Resource): Readonly<Record<string, unknown>> {
  const target = resource.properties.target();
  return target.state === "known" && isObject(target.value) ? target.value : {};
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Left out: also a value that the provider drops before it calls AWS. */
export const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Whether an argument is given in such a way that the provider passes it on: not its zero value. */
export const isGiven = (value: unknown): boolean =>
  !isAbsent(value) && value !== false && !(Array.isArray(value) && value.length === 0);

/** The elements of a list; none of what is no list. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What an object has under a key; nothing of what is no object. */
export const member = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

/** The elements of what an IAM document, or another one of AWS's, takes as one value or as a list. */
export const oneOrMore = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
