import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../local/project";
import { say } from "../terminal/display";
import { FailureError, UsageError } from "../terminal/errors";

const folder = path.join(projectRoot, "bench");

/**
 * Runs all measurements, or the named ones, and prints their tables. A measurement is a folder of bench/ with an
 * index.ts.
 */
export async function bench(given: string[]): Promise<{ measurements: { name: string; lines: string[] }[] }> {
  const all = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, "index.ts")));
  const unknown = given.filter((name) => !all.includes(name));
  if (unknown.length) throw new UsageError(`no measurement ${unknown.join(", ")}. Measurements: ${all.join(", ")}.`);
  // Run them one after the other, since they would slow each other down.
  const measurements = [];
  for (const name of given.length ? given : all) {
    say(`\n${name}`);
    const { code, lines } = await run(path.join(folder, name, "index.ts"));
    if (code !== 0) throw new FailureError(`the measurement ${name} failed (exit code ${code}).`);
    measurements.push({ name, lines });
  }
  return { measurements };
}

async function run(file: string): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, ["--require", "ts-node/register/transpile-only", file], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    say(line);
  }
  return { code: await ended, lines };
}
