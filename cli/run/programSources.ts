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
  const found = new Set<string>();
  const components = readdirSync(path.join(projectRoot, "components"), { recursive: true, encoding: "utf8" });
  const declarations = components.filter((name) => name.endsWith(".d.ts"));
  const next = ["index.ts", ...declarations.map((name) => path.join("components", name))];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const folder = path.dirname(file);
    for (const [, name = ""] of readFileSync(path.join(projectRoot, file), "utf8").matchAll(relativeImport)) {
      const source = resolve(path.join(folder, name));
      if (source) next.push(source);
    }
  }
  return [...found].sort();
}

function resolve(name: string): string | undefined {
  const stem = name.replace(/\.js$/, "");
  const candidates = [name, `${stem}.ts`, `${stem}.d.ts`, path.join(name, "index.ts")];
  return candidates.find((file) => statSync(path.join(projectRoot, file), { throwIfNoEntry: false })?.isFile());
}
