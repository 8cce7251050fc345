import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../project";
import { FailureError, UsageError } from "./errors";

const folder = path.join(projectRoot, "bench");

/** Runs the measurements, or the named ones: each folder of bench/ has an index.ts that prints its table. */
export async function bench(given: string[]): Promise<void> {
  const all = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, "index.ts")));
  const unknown = given.filter((name) => !all.includes(name));
  if (unknown.length) throw new UsageError(`no measurement ${unknown.join(", ")}. Measurements: ${all.join(", ")}.`);
  // One after the other: they would slow each other down.
  for (const name of given.length ? given : all) {
    console.log(`\n${name}`);
    const code = await run(path.join(folder, name, "index.ts"));
    if (code !== 0) throw new FailureError(`the measurement ${name} failed (exit code ${code}).`);
  }
}

function run(file: string): Promise<number | null> {
  const child = spawn(process.execPath, ["--require", "ts-node/register/transpile-only", file], {
    cwd: projectRoot,
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
}
