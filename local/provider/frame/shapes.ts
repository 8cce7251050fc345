import { isRecord, type Properties } from "./values";

/**
 * Objects whose keys are the user's data, not names of fields. Pulumi writes field names as `camelCase` and AWS as `PascalCase`; the rest of a shape is mostly the same in both.
 */
const maps = new Set([
  "tags",
  "variables",
  "dimensions",
  "additionalVersionWeights",
  "inputPaths",
  "requestModels",
  "requestParameters",
  "requestTemplates",
  "responseModels",
  "responseParameters",
  "responseTemplates",
  "stageVariableOverrides",
  "principalTags",
  "roles",
  "supportedLoginProviders",
]);

export function isMap(key: string): boolean {
  return maps.has(key);
}

/** Pulumi's shape as AWS's: names of fields begin with a capital, except the `renames` (Pulumi's name to AWS's). */
export function toAws<T>(value: unknown, renames: Record<string, string> = {}): T {
  return renamed(value, (key) => renames[key] ?? key.charAt(0).toUpperCase() + key.slice(1)) as T;
}

/** AWS's shape as Pulumi's, with the same `renames` as {@link toAws}. */
export function fromAws<T>(value: unknown, renames: Record<string, string> = {}): T {
  const back = new Map(Object.entries(renames).map(([pulumiName, awsName]) => [awsName, pulumiName]));
  return renamed(value, (key) => back.get(key) ?? key.charAt(0).toLowerCase() + key.slice(1)) as T;
}

function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (!isRecord(value) || value instanceof Date) return value;
  const fields = Object.entries(value).map(([key, item]) => {
    const name = rename(key);
    return [name, isMap(key) || isMap(name) ? item : renamed(item, rename)];
  });
  return Object.fromEntries(fields) as Properties;
}

/** RFC 3339 in whole seconds, as the official provider writes times. */
export function timestamp(date: Date | undefined): string | undefined {
  return date?.toISOString().replace(/\.\d+Z$/, "Z");
}

export type TagMap = { [name: string]: string };

/** `[{ Key, Value }]`, as most services take tags. */
export function tagList(tags: TagMap | undefined): { Key: string; Value: string }[] {
  return Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
}

export function tagMap(list: readonly { Key?: string; Value?: string }[] | undefined): TagMap {
  return Object.fromEntries((list ?? []).map(({ Key = "", Value = "" }) => [Key, Value]));
}
