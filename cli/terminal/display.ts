import { styleText } from "node:util";
import { printable, writeRaw } from "./printable";
import { type Diagnostic, type Entry, type PolicyViolation, type Step } from "../run/record";

type Style = Parameters<typeof styleText>[0];

export const signs: { [op: string]: [sign: string, style: Style, done: string] } = {
  create: ["+", "green", "created"],
  update: ["~", "yellow", "updated"],
  replace: ["±", "magenta", "replaced"],
  delete: ["-", "red", "deleted"],
  import: ["=", "cyan", "imported"],
};

/** The stream for people: standard output, or standard error if machines read standard output. */
let people: NodeJS.WriteStream = process.stdout;

/** The progress line; empty if there is none. */
let status = "";

/** Prints text for people, above the progress line. */
export function say(line: string): void {
  const shown = status;
  clearStatus();
  people.write(`${line}\n`);
  if (shown) showStatus(shown);
}

/** Whether output is to a terminal, whose last line can be rewritten. */
export const isTerminal = (): boolean => people.isTTY === true && process.env.TERM !== "dumb";

/** The width of the terminal; unlimited without one. */
export const width = (): number => (people.isTTY ? people.columns || 80 : Number.POSITIVE_INFINITY);

/** Cuts a line to the width, with an ellipsis. */
export const fit = (line: string, columns = width()): string =>
  [...line].length <= columns ? line : `${[...line].slice(0, Math.max(0, columns - 1)).join("")}…`;

/** Shows progress in the last line of a terminal, which the next progress line or any output replaces. */
export function showStatus(line: string): void {
  clearStatus();
  status = line;
  writeRaw(people, paint("dim", fit(printable(line), width() - 1)));
}

export function clearStatus(): void {
  if (!status) return;
  status = "";
  writeRaw(people, "\r\u001b[K");
}

/** Leaves standard output to machines from here on. */
export function leaveOutputToMachines(): void {
  people = process.stderr;
}

/** Text in a colour where people read it on a terminal that wants one (NO_COLOR is heeded). */
export const paint = (style: Style, text: string): string => styleText(style, text, { stream: people });

/** An event of a preview, as a line. */
export function plannedLine(entry: Entry): string | undefined {
  if (entry.kind !== "begun") return problemLine(entry) ?? adviceLine(entry);
  return stepLine(entry.step, entry.step.op + (entry.step.changed ? ` (${entry.step.changed.join(", ")})` : ""));
}

/** An event of an update, as a line. */
export function doneLine(entry: Entry): string | undefined {
  if (entry.kind !== "done") return problemLine(entry) ?? adviceLine(entry);
  const done = signs[entry.step.op]?.[2] ?? entry.step.op;
  return stepLine(entry.step, entry.seconds ? `${done} (${entry.seconds} s)` : done);
}

/** An event of an update whose changes are listed at the end: failures and messages only. */
export function quietLine(entry: Entry): string | undefined {
  return entry.kind === "diagnostic" ? doneLine(entry) : problemLine(entry);
}

/** A resource that was deleted outside of Pulumi. */
export function missingLine(entry: Entry): string | undefined {
  if (entry.kind !== "missing" || entry.step.component) return undefined;
  return paint("yellow", `  ! ${short(entry.step.type)} ${entry.step.name} no longer exists`);
}

/** The reasons that stop a run: failed steps, mandatory policies, errors. */
export function problemLine(entry: Entry): string | undefined {
  if (entry.kind === "failed")
    return paint("red", `  ✗ ${short(entry.step.type)} ${entry.step.name}: ${entry.step.op} failed`);
  if (entry.kind === "policy" && entry.violation.enforcement === "mandatory")
    return policyLine(entry.violation, "✗", "red");
  if (entry.kind === "diagnostic" && entry.diagnostic.severity === "error")
    return diagnosticLine(entry.diagnostic, "red");
  return undefined;
}

/** Remarks of a run, which do not stop it. */
function adviceLine(entry: Entry): string | undefined {
  if (entry.kind === "policy") return policyLine(entry.violation, "!", "yellow");
  if (entry.kind === "remediated") {
    const { policy, resource } = entry.remediation;
    return `${paint("cyan", `  ~ policy ${policy} (remediated)`)}\n${indent(resource)}`;
  }
  if (entry.kind !== "diagnostic") return undefined;
  return diagnosticLine(entry.diagnostic, entry.diagnostic.severity === "warning" ? "yellow" : "dim");
}

function policyLine({ policy, enforcement, resource, message }: PolicyViolation, sign: string, style: Style): string {
  const title = paint(style, `  ${sign} policy ${policy} (${enforcement})`);
  return `${title}\n${indent((resource ? `${resource}: ` : "") + message)}`;
}

function diagnosticLine({ severity, resource, message }: Diagnostic, style: Style): string {
  return `${paint(style, `  ${severity}:`)} ${resource ? `${resource}: ` : ""}${message}`;
}

/** `3 created, 1 updated, 40 unchanged`, or `no changes`. */
export function formatSummary(changes: { [op: string]: number | undefined }, tense: "planned" | "done"): string {
  const { same = 0, ...others } = changes;
  const parts = Object.entries(others)
    .filter(([op, count]) => count && !["read", "refresh", "discard"].includes(op))
    .map(([op, count]) => `${count} ${tense === "planned" ? `to ${op}` : (signs[op]?.[2] ?? op)}`);
  return [...(parts.length ? parts : ["no changes"]), ...(same ? [`${same} unchanged`] : [])].join(", ");
}

function stepLine({ op, type, name, component }: Step, what: string): string | undefined {
  if (component) return undefined;
  const [sign, style] = signs[op] ?? ["·", "dim"];
  return `  ${paint(style, sign)} ${short(type)} ${name} ${paint("dim", what)}`;
}

/** `aws:s3/bucket:Bucket` is `aws:s3:Bucket` to people. */
export const short = (type: string): string => type.replace(/\/[^:]*/, "");

const indent = (text: string): string => text.replace(/^/gm, "      ");
