import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../local/project";

/**
 * Inputs of the type check besides the sources: with another compiler, other packages or options the result may
 * differ.
 */
const settings = ["tsconfig.json", "tsconfig.program.json", "package-lock.json"];

/** Imports by a relative path, of values and of types alike. */
const relativeImport = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["'](\.{1,2}(?:\/[^"']*)?)["']/g;

/** A hash of the type check's inputs. */
export function programMark(): string {
  const hash = createHash("sha256");
  for (const file of [...settings, ...programSources()].map((name) => path.join(projectRoot, name))) {
    hash.update(`${path.relative(projectRoot, file)}\0`).update(existsSync(file) ? readFileSync(file) : "");
  }
  return hash.digest("hex");
}

/** The sources that index.ts is made of, relative to the project: those that it imports, and their imports in turn. */
export function programSources(): string[] {
  const components = readdirSync(path.join(projectRoot, "components"), { recursive: true, encoding: "utf8" });
  const declarations = components.filter((name) => name.endsWith(".d.ts"));
  const entries = ["index.ts", ...declarations.map((name) => path.join("components", name))];
  return importedFrom(projectRoot, ...entries).map((file) => path.relative(projectRoot, file));
}

/** The entries of a program and what they import by a relative path, and its imports in turn, as absolute paths. */
export function importedFrom(folder: string, ...entries: string[]): string[] {
  const found = new Set<string>();
  const next = entries.flatMap((entry) => resolve(path.join(folder, entry)) ?? []);
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(relativeImport)) {
      const source = resolve(path.join(path.dirname(file), name));
      if (source) next.push(source);
    }
  }
  return [...found].sort();
}

function resolve(name: string): string | undefined {
  const stem = name.replace(/\.[cm]?js$/, "");
  const files = [name, ...["ts", "mts", "cts", "tsx", "d.ts", "js"].map((ending) => `${stem}.${ending}`)];
  const candidates = [...files, path.join(name, "index.ts"), path.join(name, "index.js")];
  return candidates.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
