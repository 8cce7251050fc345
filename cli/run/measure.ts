import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { databasesFolder, emulatorMark } from "../../local/emulator/server";
import { endProcesses } from "../../local/processes";
import { projectRoot } from "../../local/project";

/** How a measurement ended, the lines of its tables, and its figures where it hands them over. */
export interface Measured {
  code: number | null;
  lines: string[];
  figures?: object;
}

/** Runs the program of a measurement, after which nothing runs of the copies of this checkout that it has made. */
export async function measure(file: string, args: string[], show: (line: string) => void): Promise<Measured> {
  const child = spawn(process.execPath, ["--require", "ts-node/register/transpile-only", file, ...args], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const checkouts: string[] = [];
  let figures: object | undefined;
  child.on("message", (message: { checkout: string } | object) => {
    if ("checkout" in message) checkouts.push(message.checkout);
    else figures = message;
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout!)) {
    lines.push(line);
    show(line);
  }
  const code = await ended;
  for (const checkout of checkouts.filter((folder) => existsSync(folder))) await remove(checkout);
  return { code, lines, figures };
}

/** What a measurement leaves that was killed. */
async function remove(checkout: string): Promise<void> {
  const emulator = path.join(checkout, ".local", "emulator");
  await endProcesses({ name: "HEADROOM_BENCH", folder: checkout });
  await endProcesses(emulatorMark(emulator));
  for (const folder of [checkout, databasesFolder(emulator)]) rmSync(folder, { recursive: true, force: true });
}
