import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** What a program reads a key of its configuration as. */
export type ConfigKind = "text" | "number" | "boolean" | "object";

const call = /\.(?:get|require)(?:Secret)?(Number|Boolean|Object)?\s*(?:<[^()]*>)?\(\s*(["'`])([\w.-]+)\2/g;

/** The keys that the sources of a program read, each with what they read it as. */
export function configKinds(folder: string): ReadonlyMap<string, ConfigKind> {
  const files = globSync("**/*.{ts,mts,cts,js,mjs,cjs}", {
    cwd: folder,
    exclude: (name) => ["node_modules", ".headroom", "bin", "dist"].includes(path.basename(name)),
  });
  const kinds = new Map<string, ConfigKind>();
  for (const file of files.filter((name) => !name.endsWith(".d.ts"))) {
    for (const [, kind = "Text", , key = ""] of readFileSync(path.join(folder, file), "utf8").matchAll(call)) {
      kinds.set(key, kind.toLowerCase() as ConfigKind);
    }
  }
  return kinds;
}
