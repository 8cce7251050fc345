import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** The kind as which a program reads a configuration key. */
export type ConfigKind = "text" | "number" | "boolean" | "object";

/** A key of the configuration as a program reads it. */
export interface ConfigKey {
  kind: ConfigKind;
  /** The program fails without it. */
  required: boolean;
}

const call = /\.(get|require)(?:Secret)?(Number|Boolean|Object)?\s*(?:<[^()]*>)?\(\s*(["'`])([\w.-]+)\3/g;
const outputCall = /\.(?:get|require)Output(?:Value|Details)?\s*(?:<[^()]*>)?\(\s*(["'`])([\w.-]+)\1/g;

/** The keys that the sources of a program read, whatever their namespace. */
export function configKeys(folder: string): ReadonlyMap<string, ConfigKey> {
  const keys = new Map<string, ConfigKey>();
  for (const text of sourceTexts(folder)) {
    for (const [, way, kind = "Text", , key = ""] of text.matchAll(call)) {
      const required = way === "require" || keys.get(key)?.required === true;
      keys.set(key, { kind: kind.toLowerCase() as ConfigKind, required });
    }
  }
  return keys;
}

/** The outputs that the sources of a program ask other stacks for. */
export const stackOutputNames = (folder: string): string[] =>
  sourceTexts(folder).flatMap((text) => [...text.matchAll(outputCall)].map(([, , name = ""]) => name));

/** The sources of a program. */
function sourceTexts(folder: string): string[] {
  const files = globSync("**/*.{ts,mts,cts,js,mjs,cjs}", {
    cwd: folder,
    exclude: (name) => ["node_modules", ".headroom", "bin", "dist"].includes(path.basename(name)),
  });
  return files.filter((name) => !name.endsWith(".d.ts")).map((file) => readFileSync(path.join(folder, file), "utf8"));
}
