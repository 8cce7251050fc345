import { type Problem, Problems } from "../../components/core/check";

/**
 * A component's problems under the configuration keys that its arguments come from; `names` lists those whose names
 * differ. A pattern that is off is checked too, so that it works on the day it is switched on.
 */
export function underKey(section: string, problems: Problem[], keys: Record<string, string> = {}): Problem[] {
  return new Problems().all(problems, (property) => {
    const argument = Object.keys(keys).find((name) => new RegExp(`^${name}(\\[\\d+\\])?$`).test(property));
    const [index = ""] = /\[\d+\]$/.exec(property) ?? [];
    return `${section}.${argument === undefined ? property : `${keys[argument]}${index}`}`;
  }).list;
}

/** The configuration keys of an API's throttling, by argument. */
export const throttleKeys = { "throttle.rateLimit": "rateLimit", "throttle.burstLimit": "burstLimit" };
