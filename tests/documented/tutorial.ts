import { readFileSync } from "node:fs";

/** A block of the tutorial that does something. */
export type Step = { line: number } & (
  | { kind: "run"; script: string; output: string[]; code: number; repeated: boolean }
  | { kind: "file" | "add" | "change"; file: string; text: string }
);

/** Comments before a block that no test runs, with the reason. */
const elsewhere = /^(needs GitHub|needs an account|not here: .+)$/;

/** The blocks of a page in their order: scripts with the output below them, and files. What is marked as needing more is left out. */
export function readSteps(page: string): Step[] {
  const text = readFileSync(page, "utf8");
  const steps: Step[] = [];
  for (const { index, 1: note = "", 2: language, 3: content = "" } of text.matchAll(
    /(?:^<!-- (.+) -->\n)?^```(\w+)\n([^]*?)^```/gm,
  )) {
    const line = text.slice(0, index).split("\n").length;
    const [, kind, file = ""] = /^(file|add|change): (\S+)$/.exec(note) ?? [];
    const last = steps.at(-1);
    if (elsewhere.test(note)) continue;
    if (kind) steps.push({ line, kind: kind as "file" | "add" | "change", file, text: content });
    else if (language === "sh") {
      const code = Number(/^exit code: (\d+)$/.exec(note)?.[1] ?? 0);
      steps.push({ line, kind: "run", script: content, output: [], code, repeated: note === "until it shows" });
    } else if (language === "text" && last?.kind === "run") last.output = content.trimEnd().split("\n");
    else throw new Error(`${page}:${line}: a block that is neither run nor written to a file`);
  }
  return steps;
}

/** The first line that an output lacks, in the order of the lines; `…` is any text, and alone any lines. Undefined if none. */
export function missingLine(output: string, expected: readonly string[]): string | undefined {
  const lines = output.split("\n").map((line) => line.trim());
  let next = 0;
  for (const each of expected) {
    if (["", "…"].includes(each.trim())) continue;
    const form = new RegExp(`^${each.trim().split("…").map(escape).join(".*")}`);
    const found = lines.findIndex((line, index) => index >= next && (form.test(line) || line.includes(each.trim())));
    if (found < 0) return each;
    next = found + 1;
  }
  return undefined;
}

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** A file's text with the lines of a diff that begin with `-` replaced by those that begin with `+`. */
export function applyChange(text: string, diff: string): string {
  const lines = (sign: string) =>
    diff
      .split("\n")
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .join("\n");
  if (!text.includes(lines("-"))) throw new Error(`there is no ${lines("-")}`);
  return text.replace(lines("-"), lines("+"));
}
