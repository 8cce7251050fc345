import { type Sent } from "../server";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isDocument = (value: unknown): value is Json => isObject(value) && "Statement" in value;

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);

/** A value for a list of one, at the same place in IAM's language. */
const single = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value;

/** Each field of a condition's operators, by a function of its key and its value. */
function conditions(given: unknown, each: (key: string, value: unknown) => readonly [string, unknown]): unknown {
  if (!isObject(given)) return given;
  const operators = Object.entries(given).map(([operator, keys]) => [
    operator,
    isObject(keys) ? Object.fromEntries(Object.entries(keys).map(([key, value]) => each(key, value))) : keys,
  ]);
  return Object.fromEntries(operators);
}

const lists = ["Action", "NotAction", "Resource", "NotResource"];

/** Every list of a document by a function. */
function eachList(document: Json, of: (value: unknown) => unknown): Json {
  const statement = (given: unknown): unknown => {
    if (!isObject(given)) return given;
    const changed = Object.entries(given).map(([name, value]) => {
      if (lists.includes(name)) return [name, of(value)];
      if (name === "Condition") return [name, conditions(value, (key, each) => [key, of(each)])];
      if (name === "Principal" && isObject(value))
        return [name, Object.fromEntries(Object.entries(value).map(([kind, each]) => [kind, of(each)]))];
      return [name, value];
    });
    return Object.fromEntries(changed);
  };
  return { ...document, Statement: of(listed(document["Statement"]).map(statement)) };
}

const capitals = (value: unknown): unknown => (typeof value === "string" ? value.toUpperCase() : value);

/** Every statement of a document by a function. */
const eachStatement = (document: Json, of: (statement: Json, index: number) => Json): Json => ({
  ...document,
  Statement: listed(document["Statement"]).map((each, index) => (isObject(each) ? of(each, index) : each)),
});

/** The same document, as IAM reads it, in another way of writing. */
const documents: Readonly<Record<string, (document: Json) => Json>> = {
  "values for lists of one": (document) => eachList(document, single),
  "lists for values": (document) => eachList(document, listed),
  "actions in capitals": (document) =>
    eachStatement(document, (statement) => ({
      ...statement,
      ...("Action" in statement ? { Action: listed(statement["Action"]).map(capitals) } : {}),
    })),
  "condition keys in capitals": (document) =>
    eachStatement(document, (statement) => ({
      ...statement,
      ...("Condition" in statement
        ? { Condition: conditions(statement["Condition"], (key, value) => [key.toUpperCase(), value]) }
        : {}),
    })),
  "everybody as an AWS principal": (document) =>
    eachStatement(document, (statement) => ({
      ...statement,
      ...(statement["Principal"] === "*" ? { Principal: { AWS: ["*"] } } : {}),
    })),
  "statements in another order, with IDs": (document) => {
    const named = eachStatement(document, (statement, index) => ({ ...statement, Sid: `Statement${index}` }));
    return { ...named, Statement: listed(named["Statement"]).toReversed() };
  },
};

/** A policy in the properties of a resource, as text or as an object, by a function; everything else as it is. */
function inside(value: unknown, of: (document: Json) => unknown): unknown {
  if (isDocument(value)) return of(value);
  if (Array.isArray(value)) return value.map((each) => inside(each, of));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each, of)]));
  if (typeof value !== "string" || !value.startsWith("{") || !value.includes('"Statement"')) return value;
  try {
    const parsed = JSON.parse(value) as unknown;
    return isDocument(parsed) ? JSON.stringify(of(parsed), undefined, 2) : value;
  } catch {
    return value;
  }
}

type Rewriting = (stack: readonly Sent[]) => readonly Sent[];

/** Other ways of writing a stack, which mean the same to AWS. */
export const rewritings: Readonly<Record<string, Rewriting>> = {
  ...Object.fromEntries(
    Object.entries(documents).map(([how, of]): [string, Rewriting] => [
      how,
      (stack) => stack.map((each) => ({ ...each, properties: inside(each.properties, of) as Json })),
    ]),
  ),
  "resources in another order": (stack) => stack.toReversed(),
};
