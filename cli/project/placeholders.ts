import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { localFolder, makeLocalFolder } from "../../local/project";
import { unknownText } from "../../local/provider/frame/unknownReference";
import { type Outcome } from "../run/operate";
import { configKeys, type ConfigKind, stackOutputNames } from "./configKeys";
import { type UserProgram } from "./userProgram";

const values: Record<ConfigKind, string> = {
  text: unknownText,
  number: "1",
  boolean: "true",
  object: "{}",
  list: "[]",
};

/** Where the program reads a file of the user's own, such as a public key. */
const placeholderFile = path.join(localFolder, "placeholder");
/** Where it reads a folder, such as the content of a site. */
const placeholderFolder = path.join(localFolder, "placeholders");

/** Texts of which programs take parts, or which the SDK checks, by the end of their key. */
const texts: [key: RegExp, placeholder: string][] = [
  [/(domain|domainname|host|hostname|zonename|fqdn)$/i, `${unknownText}.example.com`],
  [/(url|endpoint|uri)$/i, `https://${unknownText}.example.com`],
  [/(email|mail|emailaddress)$/i, `${unknownText}@example.com`],
  [/arn$/i, `arn:aws:iam::000000000000:role/${unknownText}`],
  [/cidr(block)?$/i, "10.0.0.0/16"],
  [/region$/i, "us-east-1"],
];

/** The placeholder for an unknown configuration value, in the form that the engine gives it to the program. */
export function placeholderFor(full: string, kind: ConfigKind = "text"): string {
  if (kind !== "text") return values[kind];
  const known = texts.find(([key]) => key.test(full));
  if (known) return known[1];
  const isFolder = /(dir|directory|folder|contents?)$/i.test(full);
  if (!isFolder && !/(path|file)$/i.test(full)) return values.text;
  makeLocalFolder();
  if (isFolder) {
    mkdirSync(placeholderFolder, { recursive: true });
    return placeholderFolder;
  }
  writeFileSync(placeholderFile, unknownText);
  return placeholderFile;
}

/** Placeholders for the outputs of another stack when a program is really run, by the names that it reads. */
export const markedOutputs = (folder: string): Record<string, string> =>
  Object.fromEntries(stackOutputNames(folder).map((name) => [name, unknownText]));

/** Gives the program a placeholder for a missing key, and notes the assumption. */
export function assume(
  program: Pick<UserProgram, "config" | "remarks">,
  full: string,
  kind: ConfigKind = "text",
): void {
  const placeholder = placeholderFor(full, kind);
  program.config[full] = placeholder;
  const isUnknown = placeholder.includes(unknownText) || placeholder.startsWith(localFolder);
  program.remarks.push(`config ${full}: not given, ${isUnknown ? "unknown" : placeholder}`);
}

/**
 * Adds placeholders for the configuration keys that were missing in a run: true if there were any, so that another
 * run helps.
 */
export function assumeMissing(program: UserProgram, { record }: Pick<Outcome, "record">): boolean {
  const missing = record.diagnostics.flatMap(
    ({ message }) => /missing required configuration variable '([^']+)'/i.exec(message)?.[1] ?? [],
  );
  const added = missing.filter((key) => key.includes(":") && !(key in program.config));
  const keys = configKeys(program.folder);
  for (const full of added) assume(program, full, keys.get(full.slice(full.indexOf(":") + 1))?.kind);
  program.skipTypeCheck ||= added.length > 0;
  return added.length > 0;
}
