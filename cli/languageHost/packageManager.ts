import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { type PackageManager, type RuntimeOptions } from "./options";

const lockFiles: [file: string, manager: PackageManager][] = [
  ["yarn.lock", "yarn"],
  ["pnpm-lock.yaml", "pnpm"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
];

/** The configured package manager; otherwise the one whose lock file is present; npm if there is none. */
export function findPackageManager({ packagemanager }: RuntimeOptions, folder: string): PackageManager {
  if (packagemanager !== "auto") return packagemanager;
  return lockFiles.find(([file]) => existsSync(path.join(folder, file)))?.[1] ?? "npm";
}

/** Installs the program's dependencies. @throws Error with the package manager's exit code. */
export async function installDependencies(
  manager: PackageManager,
  folder: string,
  onOutput: (stream: "stdout" | "stderr", data: Buffer) => void,
): Promise<void> {
  const child = spawn(manager, ["install"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"], shell: windows });
  child.stdout.on("data", (data: Buffer) => onOutput("stdout", data));
  child.stderr.on("data", (data: Buffer) => onOutput("stderr", data));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`${manager} cannot be run: ${error.message}`)));
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`${manager} install in ${folder} ended with exit code ${code}`);
}

/** What a program on PATH answers to `--version`; nothing if it is not there. */
export function readVersion(program: string): string {
  return spawnSync(program, ["--version"], { encoding: "utf8", shell: windows }).stdout?.trim() ?? "";
}

const windows = process.platform === "win32";
