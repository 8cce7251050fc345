import { styleText } from "node:util";
import { type Entry } from "./record";

type Style = Parameters<typeof styleText>[0];

const signs: { [op: string]: [sign: string, style: Style, done: string] } = {
  create: ["+", "green", "created"],
  update: ["~", "yellow", "updated"],
  replace: ["±", "magenta", "replaced"],
  delete: ["-", "red", "deleted"],
  import: ["=", "cyan", "imported"],
};

/** Text in a colour where standard output is a terminal that wants one (NO_COLOR is heeded). */
export const paint = (style: Style, text: string): string => styleText(style, text, { stream: process.stdout });

/** A line for each thing that happens, `planned` (preview) or done. */
export function lineOf(entry: Entry, planned: boolean): string | undefined {
  switch (entry.kind) {
    case "step":
      return planned ? stepLine(entry.step, `${entry.step.op}${changed(entry.step.changed)}`) : undefined;
    case "done":
      if (planned) return undefined;
      return stepLine(entry.step, `${signs[entry.step.op]?.[2] ?? entry.step.op} (${entry.seconds} s)`);
    case "failed":
      return paint("red", `  ✗ ${short(entry.step.type)} ${entry.step.name}: ${entry.step.op} failed`);
    case "policy": {
      const { enforcement, policy, resource, message } = entry.violation;
      const mandatory = enforcement === "mandatory";
      const where = resource ? `${resource}: ` : "";
      return (
        paint(mandatory ? "red" : "yellow", `  ${mandatory ? "✗" : "!"} policy ${policy} (${enforcement})\n`) +
        indent(where + message)
      );
    }
    case "diagnostic": {
      const { severity, resource, message } = entry.diagnostic;
      const style = severity === "error" ? "red" : severity === "warning" ? "yellow" : "dim";
      return paint(style, `  ${severity}: `) + (resource ? `${resource}: ` : "") + message;
    }
  }
}

/** `3 created, 1 updated, 40 unchanged`, or `no changes`. */
export function summaryOf(changes: { [op: string]: number | undefined }, planned: boolean): string {
  const { same = 0, ...others } = changes;
  const parts = Object.entries(others)
    .filter(([op, count]) => count && op !== "read" && op !== "refresh")
    .map(([op, count]) => `${count} ${planned ? `to ${op}` : (signs[op]?.[2] ?? op)}`);
  return [...(parts.length ? parts : ["no changes"]), ...(same ? [`${same} unchanged`] : [])].join(", ");
}

function stepLine({ op, type, name }: { op: string; type: string; name: string }, what: string): string {
  const [sign, style] = signs[op] ?? ["·", "dim"];
  return `  ${paint(style, sign)} ${short(type)} ${name} ${paint("dim", what)}`;
}

const changed = (properties?: string[]): string => (properties ? ` (${properties.join(", ")})` : "");

/** `aws:s3/bucket:Bucket` is `aws:s3:Bucket` to people. */
const short = (type: string): string => type.replace(/\/[^:]*/, "");

const indent = (text: string): string => text.replace(/^/gm, "      ");
