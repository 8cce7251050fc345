import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A TypeScript program in the documentation of a package. */
export interface Example {
  /** `s3/bucket#2`: the page that has it, and which of the page's examples it is. */
  readonly id: string;
  readonly code: string;
}

/** The different examples in the comments of a package's types: many stand on more than one page. */
export function extractExamples(packageName: string): readonly Example[] {
  const folder = path.dirname(require.resolve(`${packageName}/package.json`));
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".d.ts") && !file.includes("node_modules"))
    .sort();
  const byCode = new Map<string, Example>();
  for (const page of pages) {
    examplesIn(readFileSync(path.join(folder, page), "utf8")).forEach((code, index) => {
      const id = `${page.slice(0, -".d.ts".length).split(path.sep).join("/")}#${index + 1}`;
      if (!byCode.has(code)) byCode.set(code, { id, code });
    });
  }
  return [...byCode.values()];
}

function examplesIn(types: string): readonly string[] {
  const fences = types.matchAll(/^[ ]*\* ```typescript\r?\n([^]*?)^[ ]*\* ```[ ]*$/gm);
  return Array.from(fences, ([, lines = ""]) => lines.replace(/^[ ]*\* ?/gm, "").replaceAll("*&#47;", "*/"));
}
