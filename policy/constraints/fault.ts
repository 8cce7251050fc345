import { type Resource } from "../frame/resource";
import { type Graph } from "../frame/graph";
import { type Place } from "./place";

/** A value that AWS refuses. */
export interface Fault {
  readonly path: string;
  /** What the value is, after its path: `is 3`, `is not set`. */
  readonly is: string;
  /** The allowed values, after "AWS takes": `1 to 10`. */
  readonly takes: string;
  readonly fix: string;
}

/** What words are read with. */
export interface Subject {
  readonly resource: Resource;
  /** The other resources; undefined when a resource is checked by itself. */
  readonly stack?: Graph;
}

/** The faults found, and the paths of unknown values that would decide. */
export class Findings {
  readonly faults: Fault[] = [];
  readonly open: string[] = [];
}

/** One word of a schema, compiled: it adds what it finds about a value. */
export type Check = (place: Place, found: Findings, subject: Subject) => void;

/** Whether a value fits, as far as it is known. */
export function fits(check: Check, place: Place, subject: Subject): "yes" | "no" | "unknown" {
  const found = new Findings();
  check(place, found, subject);
  if (found.faults.length > 0) return "no";
  return found.open.length > 0 ? "unknown" : "yes";
}

/** Properties that may hold a credential, by themselves or somewhere in a text: their values are not repeated. */
const confidential =
  /passw|passphrase|secret|token|credential|(api|access|private|auth|signing)_?key|environment|variables|userdata|definition|document|polic(y|ies)|body|content|template|parameters|headers/i;

export function isConfidential(path: string): boolean {
  return confidential.test(path);
}

/** A value as messages show it: short, on one line, and never one that may hold a credential. */
export function show(value: unknown, path: string): string {
  if (isConfidential(path)) return "set to what AWS does not take";
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  const line = String(value).replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}

/** `a`, `a or b`, `a, b or c`; a long list ends with how many more there are. */
export function joinChoices(names: readonly unknown[]): string {
  const shown = names.slice(0, 16).map(String);
  if (names.length > shown.length) return `${shown.join(", ")} … (${names.length} in all)`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}
