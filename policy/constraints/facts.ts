import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The facts in a folder: a file of JSON for each service, with a member for each fact. */
export function readFacts<Fact>(folder: string): ReadonlyMap<string, Readonly<Record<string, Fact>>> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return new Map(
    files
      .sort()
      .map((file) => [
        file.replace(".json", ""),
        JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Record<string, Fact>,
      ]),
  );
}

/** A line of a table of Markdown. */
export const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
