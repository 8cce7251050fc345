import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import * as path from "node:path";
import { promisify } from "node:util";
import { Architecture } from "../core/architecture";
import { userCache } from "./userCache";

/** The machine for which to install native modules. */
export interface NativeTarget {
  os: string;
  cpu: string;
  libc?: string;
}

/** Lambda's machine for this architecture: Amazon Linux. */
export function lambdaTarget(architecture: Architecture): NativeTarget {
  return { os: "linux", cpu: architecture === Architecture.X86_64 ? "x64" : "arm64", libc: "glibc" };
}

/** This machine, for an emulator that runs functions as local processes. */
export const hostTarget: NativeTarget = { os: process.platform, cpu: process.arch };

type LockEntry = Record<string, unknown> & {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
interface Lock {
  lockfileVersion: number;
  packages: Record<string, LockEntry>;
}

/**
 * Installs the modules for a machine, with exactly the versions and checksums of the project's lock file, once for each
 * user. Returns the folder, and a key that changes with its content.
 */
export async function installNativeModules(
  modules: string[],
  entry: string,
  target: NativeTarget,
): Promise<{ folder: string; key: string } | undefined> {
  if (modules.length === 0) return undefined;
  const lock = await pruneLock(modules, entry);
  const text = JSON.stringify(lock, null, 2);
  const key = createHash("sha256").update(text).update(JSON.stringify(target)).digest("hex").slice(0, 32);
  const home = path.join(userCache("native"), key);
  const folder = path.join(home, "node_modules");
  if (!existsSync(home)) await install(home, text, modules, target);
  return { folder, key };
}

/** A lock file for only these modules, cut from the entry's lock file. */
export async function pruneLock(modules: string[], entry: string): Promise<Lock> {
  return prune(await readLock(entry), modules);
}

async function install(home: string, lock: string, modules: string[], target: NativeTarget): Promise<void> {
  const partial = `${home}.${randomUUID()}`;
  await mkdir(partial, { recursive: true });
  try {
    const { packages } = JSON.parse(lock) as Lock;
    await writeFile(path.join(partial, "package.json"), JSON.stringify(packages[""]));
    await writeFile(path.join(partial, "package-lock.json"), lock);
    const machine = Object.entries(target).map(([name, value]) => `--${name}=${value}`);
    await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", ...machine], {
      cwd: partial,
      shell: process.platform === "win32",
    });
    // npm's record of the tree names a folder of this machine, which must not get into a package.
    await rm(path.join(partial, "node_modules", ".package-lock.json"), { force: true });
    await rename(partial, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error; // another run finished first, with the same result
    });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    const cause = stderr || (error as Error).message;
    throw new Error(
      `Cannot install ${modules.join(", ")} for ${target.os}-${target.cpu}: npm ci failed. ` +
        `Check that the npm registry can be reached, then run again.\n${cause.trim()}`,
      { cause: error },
    );
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** The entry's lock file: the nearest one upwards (a published package contains its own). */
async function readLock(entry: string): Promise<Lock> {
  for (let folder = path.dirname(path.resolve(entry)); ; folder = path.dirname(folder)) {
    const file = path.join(folder, "package-lock.json");
    if (existsSync(file)) return JSON.parse(await readFile(file, "utf8")) as Lock;
    if (folder === path.dirname(folder)) {
      throw new Error(`No package-lock.json in a folder above ${entry}: native modules need one. Fix: npm install`);
    }
  }
}

function prune(lock: Lock, modules: string[]): Lock {
  const packages: Record<string, LockEntry> = {};
  const add = (name: string, from: string, optional: boolean): void => {
    const key = locate(lock, name, from);
    if (!key && !optional) throw new Error(`${name} is not in package-lock.json. Fix: npm install ${name}`);
    if (!key || key in packages) return;
    const entry = (packages[key] = lock.packages[key] ?? {});
    for (const dependency of Object.keys(entry.dependencies ?? {})) add(dependency, key, false);
    for (const dependency of Object.keys(entry.optionalDependencies ?? {})) add(dependency, key, true);
  };
  for (const name of modules) add(name, "", false);
  const dependencies = Object.fromEntries(
    modules.map((name) => [name, String(packages[`node_modules/${name}`]?.version)]),
  );
  const root: LockEntry = { name: "native-modules", version: "0.0.0", dependencies };
  return { lockfileVersion: 3, packages: { "": root, ...packages } };
}

/** Resolves a package as Node does: beside its dependent, then further up. */
function locate(lock: Lock, name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const key = folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`;
    if (key in lock.packages) return key;
    if (!folder) return undefined;
  }
}
