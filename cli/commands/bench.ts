import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../local/project";
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
    const { code, ...measured } = await run(path.join(folder, name, "index.ts"), name === "load" ? load : []);
    if (code !== 0) throw new FailureError(`the measurement ${name} failed (exit code ${code}).`);
    measurements.push({ name, ...measured });
  }
  return { measurements };
}

async function run(file: string, args: string[]): Promise<{ code: number | null; lines: string[]; figures?: object }> {
  const child = spawn(process.execPath, ["--require", "ts-node/register/transpile-only", file, ...args], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  let figures: object | undefined;
  child.on("message", (message: object) => (figures = message));
  const ended = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout!)) {
    lines.push(line);
    say(line);
  }
  return { code: await ended, lines, figures };
}
