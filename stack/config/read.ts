import { type z } from "zod";
import { type Problem, shownValue } from "../../components/core/check";
import { findExample } from "./examples";
import { allAreas, keys, type Settings } from "./keys";
import { namesWithin } from "./shape";
import { change, type ConfigSource, removal, suggestion } from "./source";
import { wording } from "./wording";

export { type Settings } from "./keys";

/** Where a problem is: the names of the key, and the index in a list. */
interface Place {
  names: string[];
  index: string;
}

/**
 * Reads the project's settings and lists every problem: first values of the wrong type, then whatever the components
 * refuse of the rest. A value of the wrong type does not hide other problems.
 */
export function readSettings(
  given: Record<string, unknown>,
  source: ConfigSource,
  home: unknown,
): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const wrong = new Set<string>();
  const rest = structuredClone(given);
  let result = keys.safeParse(rest, { error: wording });
  while (!result.success) {
    for (const issue of result.error.issues) {
      if (issue.code === "unrecognized_keys") {
        problems.push(...issue.keys.map((key) => unknownKey(keyNames(issue.path), key, source)));
        for (const key of issue.keys) remove(rest, [...issue.path, key]);
        continue;
      }
      const place = { names: keyNames(issue.path), index: formatIndex(issue.path) };
      wrong.add(place.names.join("."));
      problems.push(line(place, { value: valueAt(given, issue.path), allowed: issue.message }, source));
      remove(rest, issue.path);
    }
    result = keys.safeParse(rest, { error: wording });
  }
  const region = typeof home === "string" ? home : undefined;
  for (const { property, value, allowed } of settingsProblems(result.data, region)) {
    const [, path = "", index = ""] = /^(.*?)((?:\[\d+\])*)$/.exec(property) ?? [];
    if (wrong.has(path)) continue;
    const names = path.split(".");
    const shown = valueAt(given, [...names, ...[...index.matchAll(/\d+/g)].map(Number)]) ?? value;
    problems.push(line({ names, index }, { value: shown, allowed }, source));
  }
  return { settings: result.data, problems: [...new Set(problems)] };
}

function line({ names, index }: Place, { value, allowed }: { value: unknown; allowed: string }, source: ConfigSource) {
  const path = `${source.project}:${names.join(".")}`; // what a user sets: a whole list, not one item of it
  return `${path}${index} is ${shownValue(value)}: ${allowed}. Fix: ${change(path, source, findExample(names))}`;
}

function unknownKey(names: string[], key: string, source: ConfigSource): string {
  const path = `${source.project}:${[...names, key].join(".")}`;
  return `${path} is not a setting${suggestion(key, namesWithin(names))}. Fix: ${removal(path, source)}`;
}

const keyNames = (path: readonly PropertyKey[]): string[] =>
  path.filter((part) => typeof part !== "number").map(String);

const formatIndex = (path: z.core.$ZodIssue["path"]): string =>
  path
    .filter((part) => typeof part === "number")
    .map((index) => `[${index}]`)
    .join("");

/** The value at the key: an issue that spans several settings has all of them as its input. */
const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], given);

/** Removes a wrong value, with the list that holds it; for a missing key, the object that lacks it. */
function remove(given: Record<string, unknown>, path: readonly PropertyKey[]): void {
  const list = path.findIndex((part) => typeof part === "number");
  let names = list < 0 ? path : path.slice(0, list);
  for (; names.length > 0; names = names.slice(0, -1)) {
    const parent = valueAt(given, names.slice(0, -1)) as Record<PropertyKey, unknown> | undefined;
    const key = names.at(-1);
    if (typeof parent !== "object" || key === undefined || !(key in parent)) continue;
    delete parent[key];
    return;
  }
}

const settingsProblems = (settings: Settings, home: string | undefined): Problem[] =>
  allAreas.flatMap((area) => area.problems?.(settings, home) ?? []);
