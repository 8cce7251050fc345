import { patternFinder } from "./cost/patterns";
import { type Link } from "./picture/scene";
import { type PlannedResource, unknownText } from "./resource";
import { urnName } from "./urn";

/** What happens to a resource. */
export type ChangeKind = "create" | "update" | "replace" | "delete";

/** One place within a resource's arguments that differs. */
export interface ChangedPlace {
  /** For example `environment.variables.LEVEL`. */
  path: string;
  /** As text; absent where there is none. */
  from?: string | undefined;
  to?: string | undefined;
  /** AWS cannot change it: the resource is replaced. */
  replaces: boolean;
}

/** A resource that differs between two plans. */
export interface Change {
  kind: ChangeKind;
  urn: string;
  type: string;
  name: string;
  /** Name of the outermost component that it is a part of. */
  pattern: string;
  places: ChangedPlace[];
}

/** A stack as a preview planned it. */
export interface Plan {
  resources: readonly PlannedResource[];
  links: readonly Link[];
}

/** Finds the arguments in which two plans of a resource differ, by the rules of its provider. */
export type Differ = (
  type: string,
  before: PlannedResource["inputs"],
  now: PlannedResource["inputs"],
) => { path: string; replaces: boolean }[];

/**
 * Lists the differences of two plans of a stack: new, changed and deleted resources. A component changes through its
 * parts.
 */
export function changesBetween(before: Plan, now: Plan, differ: Differ): Change[] {
  const old = new Map(before.resources.map((resource) => [resource.urn, resource]));
  const current = new Set(now.resources.map(({ urn }) => urn));
  const links = { before: collectSources(before), now: collectSources(now) };
  const patterns = { before: patternFinder(before.resources), now: patternFinder(now.resources) };
  const found: Change[] = [];
  for (const resource of now.resources) {
    if (resource.component) continue;
    const { urn, type, name } = resource;
    const pattern = patterns.now(resource);
    const earlier = old.get(urn);
    if (!earlier) {
      found.push({ kind: "create", urn, type, name, pattern, places: [] });
      continue;
    }
    const places: ChangedPlace[] = differ(type, earlier.inputs, resource.inputs).map(({ path, replaces }) => ({
      path,
      from: formatAt(earlier.inputs, path),
      to: formatAt(resource.inputs, path),
      replaces,
    }));
    places.push(...rewired(urn, resource.inputs, places, links));
    if (places.length === 0) continue;
    found.push({ kind: changeKind(places), urn, type, name, pattern, places });
  }
  for (const resource of before.resources) {
    if (resource.component || current.has(resource.urn)) continue;
    const { urn, type, name } = resource;
    found.push({ kind: "delete", urn, type, name, pattern: patterns.before(resource), places: [] });
  }
  return found.sort((a, b) => compare(a.pattern, b.pattern) || compare(a.name, b.name) || compare(a.type, b.type));
}

export const changeKind = (places: readonly ChangedPlace[]): "replace" | "update" =>
  places.some(({ replaces }) => replaces) ? "replace" : "update";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Unknown values look alike: the links show that one now comes from another resource. */
function rewired(
  urn: string,
  inputs: PlannedResource["inputs"],
  places: ChangedPlace[],
  links: { before: Map<string, Map<string, Set<string>>>; now: Map<string, Map<string, Set<string>>> },
): ChangedPlace[] {
  const [old, current] = [links.before.get(urn), links.now.get(urn)];
  return Object.keys(inputs).flatMap((property) => {
    const [from, to] = [old?.get(property), current?.get(property)].map((set) => [...(set ?? [])].sort().join(", "));
    const listed = places.some(({ path }) => path === property || path.startsWith(`${property}.`));
    return from === to || listed || !hasUnknown(inputs[property])
      ? []
      : [
          {
            path: property,
            from: `made from ${from || "nothing"}`,
            to: `made from ${to || "nothing"}`,
            replaces: false,
          },
        ];
  });
}

const hasUnknown = (value: unknown): boolean => JSON.stringify(value)?.includes(unknownText) ?? false;

/** The names of what each property of each resource was made from. */
function collectSources({ links }: Plan): Map<string, Map<string, Set<string>>> {
  const all = new Map<string, Map<string, Set<string>>>();
  for (const { from, property, to } of links) {
    const properties = all.get(from) ?? new Map<string, Set<string>>();
    all.set(from, properties);
    properties.set(property, (properties.get(property) ?? new Set()).add(urnName(to)));
  }
  return all;
}

/** The value at a path such as `a.b[0]["c d"]`, as text. */
function formatAt(inputs: PlannedResource["inputs"], path: string): string | undefined {
  const keys = [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)];
  let value: unknown = inputs;
  for (const [, quoted, index, name] of keys) {
    const key = quoted === undefined ? (index ?? name ?? "") : (JSON.parse(`"${quoted}"`) as string);
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return formatValue(value);
}

/** Instead of a value that only a deployment knows. */
export const unknownWords = "known after the deployment";

/** A value for people. */
function formatValue(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (value === unknownText) return unknownWords;
  if (typeof value === "string") return value;
  const { hash } = value as { hash?: unknown };
  if (typeof hash === "string") return `package ${hash.slice(0, 12)}`;
  return JSON.stringify(value);
}
