import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** The kind as which a program reads a configuration key. */
export type ConfigKind = "text" | "number" | "boolean" | "object" | "list";

/** A key of the configuration as a program reads it. */
export interface ConfigKey {
  kind: ConfigKind;
  /** The program fails without it. */
  required: boolean;
}

/** As the SDKs of Node, Python and Go name it. */
const call =
  /\.(get|require)_?(?:secret)?_?(number|int|float|float64|bool|boolean|object)?\s*(?:<[^()]*>)?\(\s*(?:ctx\s*,\s*)?(["'`])([\w.-]+)\3/gi;
const outputCall =
  /\.(?:get|require)_?\w*?output(?:_?value|_?details)?\s*(?:<[^()]*>)?\(\s*(?:pulumi\.String\(\s*)?(["'`])([\w.-]+)\1/gi;
/** As a program in YAML takes it of a stack reference. */
const outputPlace = /\.outputs(?:\.([\w-]+)|\["([\w.-]+)"\])/g;

const kinds: Record<string, ConfigKind> = { bool: "boolean", boolean: "boolean", object: "object" };

/** The keys that the sources of a program read, whatever their namespace. */
export function configKeys(folder: string): ReadonlyMap<string, ConfigKey> {
  const keys = new Map<string, ConfigKey>();
  for (const text of sourceTexts(folder)) {
    for (const [, way = "", kind, , key = ""] of text.matchAll(call)) {
      const required = way.toLowerCase() === "require" || keys.get(key)?.required === true;
      keys.set(key, { kind: kind === undefined ? "text" : (kinds[kind.toLowerCase()] ?? "number"), required });
    }
  }
  return keys;
}

/** The outputs that the sources of a program ask other stacks for. */
export const stackOutputNames = (folder: string): string[] =>
  sourceTexts(folder).flatMap((text) => [
    ...[...text.matchAll(outputCall)].map(([, , name = ""]) => name),
    ...[...text.matchAll(outputPlace)].map(([, name, quoted = ""]) => name ?? quoted),
  ]);

const notSources = new Set([
  ...["node_modules", ".headroom", ".pulumi", "bin", "dist", "venv", ".venv", "site-packages", "vendor"],
]);

/** The sources of a program. */
function sourceTexts(folder: string): string[] {
  const files = globSync("**/*.{ts,mts,cts,js,mjs,cjs,py,go,yaml}", {
    cwd: folder,
    exclude: (name) => notSources.has(path.basename(name)),
  });
  return files.filter((name) => !name.endsWith(".d.ts")).map((file) => readFileSync(path.join(folder, file), "utf8"));
}
