import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../local/project";
import { measure } from "../run/measure";
import { say } from "../terminal/display";
import { FailureError, UsageError } from "../terminal/errors";

const folder = path.join(projectRoot, "bench");

interface BenchArgs {
  /** How long a measurement under load goes on, with everything at once. */
  minutes?: string;
  /** Parts of the names of the patterns that are measured under load. */
  pattern: string[];
}

/** One measurement: the lines of its tables, and its figures where it hands them over. */
interface Measurement {
  name: string;
  lines: string[];
  figures?: object;
}

/**
 * Runs all measurements, or the named ones, and prints their tables. A measurement is a folder of bench/ with an
 * index.ts.
 */
export async function bench(
  given: string[],
  { minutes, pattern }: BenchArgs,
): Promise<{ measurements: Measurement[] }> {
  const all = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, "index.ts")));
  const unknown = given.filter((name) => !all.includes(name));
  if (unknown.length) throw new UsageError(`no measurement ${unknown.join(", ")}. Measurements: ${all.join(", ")}.`);
  if (minutes !== undefined && !(Number(minutes) > 0)) {
    throw new UsageError(`--minutes ${minutes}: give a number above 0, such as 30.`);
  }
  const load = [...(minutes ? ["--minutes", minutes] : []), ...pattern.flatMap((part) => ["--pattern", part])];
  // Run them one after the other, since they would slow each other down.
  const measurements = [];
  for (const name of given.length ? given : all) {
    say(`\n${name}`);
    const { code, ...measured } = await measure(path.join(folder, name, "index.ts"), name === "load" ? load : [], say);
    if (code !== 0) throw new FailureError(`the measurement ${name} failed (exit code ${code}).`);
    measurements.push({ name, ...measured });
  }
  return { measurements };
}
