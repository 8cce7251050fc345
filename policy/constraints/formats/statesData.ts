import { isObject } from "../../frame/plain";

/** Fields of a state, its rules and its catchers that hold data, not language elements. */
const dataFields: ReadonlySet<string> = new Set([
  "Arguments",
  "Assign",
  "BatchInput",
  "InputPath",
  "Items",
  "ItemSelector",
  "Output",
  "Parameters",
  "Result",
  "ResultSelector",
]);

/** The names by which the validator finds machines and transitions, at any depth. */
const languageFields: ReadonlySet<string> = new Set([
  "Branches",
  "Default",
  "Iterator",
  "ItemProcessor",
  "Next",
  "Parameters",
  "ResultSelector",
  "StartAt",
  "States",
]);

type Fields = Readonly<Record<string, unknown>>;

const mapped = (fields: Fields, each: (key: string, value: unknown) => readonly [string, unknown]): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => each(key, value)));

function masked(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(masked);
  if (!isObject(data)) return data;
  return mapped(data, (key, value) => [languageFields.has(key) ? `data ${key}` : key, masked(value)]);
}

function ofState(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ofState);
  if (!isObject(value)) return value;
  return mapped(value, (key, each) => {
    if (dataFields.has(key)) return [key, masked(each)];
    return [
      key,
      key === "States" && isObject(each) ? mapped(each, (name, state) => [name, ofState(state)]) : ofState(each),
    ];
  });
}

/**
 * A copy of a state machine whose data has no keys of the language: the validator looks for states and transitions at
 * any depth, even in a task's payload.
 */
export const withoutData = ofState;
