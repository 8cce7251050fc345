import { createRequire } from "node:module";
import type * as yaml from "yaml";

/** Loads a library on first use: most programs have no document in YAML. */
const load = createRequire(__filename);

/** More references than that to what stands once are no document but an attack. */
const maxAliasCount = 100;

/**
 * The document that a text is, in JSON or in YAML; the values of YAML as they are written, so that a version is not a number.
 * Throws where the text is neither.
 */
export function readDocumentText(text: string): unknown {
  if (/^\s*[[{]/.test(text)) return JSON.parse(text);
  const { parse } = load("yaml") as typeof yaml;
  const document: unknown = parse(text, { schema: "failsafe", logLevel: "error", maxAliasCount });
  if (typeof document !== "object" || document === null) throw new SyntaxError("it is neither JSON nor YAML");
  return document;
}
