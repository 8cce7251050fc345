import { isEmpty, sameValue } from "./diff";
import { type PropertyRule } from "./resourceType";
import { isMap } from "./shapes";
import { isRecord } from "./values";

/**
 * Whether AWS has the given value. AWS fills nested shapes with its defaults, so a field that was not given may have
 * any value; keys of maps such as tags are data and must be the same on both sides.
 */
export function agrees(given: unknown, live: unknown, rule: PropertyRule, key: string): boolean {
  if (isEmpty(live)) return isEmpty(given) || given === false || given === "" || given === 0;
  if (sameValue(given, live, rule)) return true;
  if (Array.isArray(given) && Array.isArray(live)) {
    return given.length === live.length && given.every((item, index) => agrees(item, live[index], rule, key));
  }
  if (isRecord(given) && isRecord(live) && !isMap(key)) {
    return Object.entries(given).every(([name, value]) => agrees(value, live[name], rule, name));
  }
  return false;
}

/**
 * The value that AWS has, in the spelling of the given one with which it agrees: AWS may order or format it
 * differently.
 */
export function inGivenSpelling(given: unknown, live: unknown): unknown {
  if (Array.isArray(given) && Array.isArray(live) && given.length === live.length && given.every(isRecord)) {
    return given.map((item, index) => inGivenSpelling(item, live[index]));
  }
  if (!isRecord(given) || !isRecord(live)) return given;
  const merged = Object.entries(given).map(([key, value]) => [key, inGivenSpelling(value, live[key])]);
  return { ...live, ...Object.fromEntries(merged) } as unknown;
}
