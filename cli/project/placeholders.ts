import { writeFileSync } from "node:fs";
import path from "node:path";
import { localFolder, makeLocalFolder } from "../../local/project";
import { unknownText } from "../../local/provider/frame/unknownReference";
import { type Outcome } from "../run/operate";
import { configKeys, type ConfigKind, stackOutputNames } from "./configKeys";
import { type UserProgram } from "./userProgram";

const values: Record<ConfigKind, string> = { text: unknownText, number: "1", boolean: "true", object: "{}" };

/** Where the program reads a file of the user's own, such as a public key. */
const placeholderFile = path.join(localFolder, "placeholder");

/** What stands for a value of the configuration that nobody knows here, as the engine hands it to the program. */
export function placeholderFor(full: string, kind: ConfigKind = "text"): string {
  if (kind !== "text" || !/(path|file)$/i.test(full)) return values[kind];
  makeLocalFolder();
  writeFileSync(placeholderFile, unknownText);
  return placeholderFile;
}

/** What stands for the outputs of another stack where a program is really run, by the names that it asks stacks for. */
export const markedOutputs = (folder: string): Record<string, string> =>
  Object.fromEntries(stackOutputNames(folder).map((name) => [name, unknownText]));

/** Gives the program a placeholder for a key that nobody gives, and says so. */
export function assume(
  program: Pick<UserProgram, "config" | "remarks">,
  full: string,
  kind: ConfigKind = "text",
): void {
  program.config[full] = placeholderFor(full, kind);
  program.remarks.push(`config ${full}: not given, ${kind === "text" ? "unknown" : program.config[full]}`);
}

/**
 * Gives the program placeholders for the keys of its configuration that it missed in a run: true if there were any, for
 * which it is worth another one.
 */
export function assumeMissing(program: UserProgram, { record }: Pick<Outcome, "record">): boolean {
  const missing = record.diagnostics.flatMap(
    ({ message }) => /Missing required configuration variable '([^']+)'/.exec(message)?.[1] ?? [],
  );
  const added = missing.filter((key) => !(key in program.config));
  const keys = configKeys(program.folder);
  for (const full of added) assume(program, full, keys.get(full.slice(full.indexOf(":") + 1))?.kind);
  program.skipTypeCheck ||= added.length > 0;
  return added.length > 0;
}
