import { type Figure, figures, type Usage, usageFigures, usageSchema } from "./usage";

/** An invalid declared usage. Its message lists every problem. */
export class DeclaredUsageError extends Error {
  override readonly name = "DeclaredUsageError";
}

const suffixes: Readonly<Record<string, number>> = { "": 1, k: 1e3, M: 1e6, G: 1e9 };

/** For `--help`. */
export const usageHelp = `a figure of the declared usage, such as requests=50M, or of one pattern: users-api.requests=5M (${figures
  .map((name) => `${name}: ${usageFigures[name].default} ${usageFigures[name].unit}`)
  .join("; ")})`;

/**
 * The usage to price: the setting `headroom:usage` under the figures of the command line.
 *
 * @param configured the setting's value; undefined where there is none
 * @param flags every `--usage`, such as `requests=50M`; the last one of a figure counts
 */
export function readUsage(configured: unknown, flags: readonly string[] = []): Usage {
  const parsed = usageSchema.safeParse(configured ?? {});
  const problems = (parsed.error?.issues ?? []).map(
    ({ path, message }) => `headroom:usage${path.map((key) => `.${String(key)}`).join("")}: ${message}`,
  );
  const usage: Usage = parsed.data ?? {};
  const all: Partial<Record<Figure, number>> = {};
  const patterns: Record<string, Partial<Record<Figure, number>>> = {};
  for (const flag of flags) {
    const read = readFlag(flag);
    if (typeof read === "string") problems.push(read);
    else if (read.pattern === undefined) all[read.figure] = read.value;
    else patterns[read.pattern] = { ...patterns[read.pattern], [read.figure]: read.value };
  }
  if (problems.length > 0) throw new DeclaredUsageError(problems.join("\n"));
  const asked = Object.keys(patterns);
  for (const name of asked) patterns[name] = { ...usage.patterns?.[name], ...patterns[name] };
  return { ...usage, ...all, patterns: { ...usage.patterns, ...patterns }, asked };
}

interface Flag {
  pattern: string | undefined;
  figure: Figure;
  value: number;
}

/** One `--usage`, or its problem. */
function readFlag(flag: string): Flag | string {
  const [, key = "", text = ""] = /^([^=]*)=?(.*)$/s.exec(flag) ?? [];
  const dot = key.lastIndexOf(".");
  const name = key.slice(dot + 1);
  const figure = figures.find((each) => each === name);
  if (!figure)
    return `--usage ${flag}: there is no figure ${JSON.stringify(name)}. Allowed: ${figures.join(", ")}. Example: --usage requests=50M`;
  const [, digits, suffix = ""] = /^(\d+(?:\.\d+)?)([kMG]?)$/.exec(text) ?? [];
  const value = Number(digits) * (suffixes[suffix] ?? 1);
  if (!Number.isFinite(value) || value > 1e15) {
    return `--usage ${flag}: ${figure} is ${JSON.stringify(text)}. Allowed: a number from 0 to 1,000,000G, with k, M or G after it for thousands, millions or billions. Example: --usage ${key}=50M`;
  }
  return { pattern: dot < 0 ? undefined : key.slice(0, dot), figure, value };
}
