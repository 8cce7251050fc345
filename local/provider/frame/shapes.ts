import { isRecord, type Properties } from "./values";

/**
 * Objects whose keys are the user's data, not field names. Pulumi writes field names in `camelCase` and AWS in
 * `PascalCase`; otherwise most shapes are the same.
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

/**
 * Converts Pulumi's shape to AWS's: field names begin with a capital, except the `renames` (Pulumi's name to AWS's).
 */
export function toAws<T>(value: unknown, renames: Record<string, string> = {}): T {
  return renamed(value, (key) => renames[key] ?? key.charAt(0).toUpperCase() + key.slice(1)) as T;
}

/** Converts AWS's shape to Pulumi's, with the same `renames` as {@link toAws}. */
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

/** A time in RFC 3339 with whole seconds, as the official provider writes it. */
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
