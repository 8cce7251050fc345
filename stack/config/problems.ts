import { type Problem, Problems } from "../../components/core/check";

/**
 * A component's own problems, by the keys that its arguments come from: those that have other names here are given. What is
 * said of a pattern that is off holds as well, for the day it is switched on.
 */
export function underKey(section: string, problems: Problem[], keys: Record<string, string> = {}): Problem[] {
  return new Problems().all(problems, (property) => {
    const argument = Object.keys(keys).find((name) => new RegExp(`^${name}(\\[\\d+\\])?$`).test(property));
    const [index = ""] = /\[\d+\]$/.exec(property) ?? [];
    return `${section}.${argument === undefined ? property : `${keys[argument]}${index}`}`;
  }).list;
}

/** Keys of an API's throttling, by the arguments that they become. */
export const throttleKeys = { "throttle.rateLimit": "rateLimit", "throttle.burstLimit": "burstLimit" };
