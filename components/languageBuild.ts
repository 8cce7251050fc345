import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import * as path from "node:path";
import { promisify } from "node:util";
import { addFolder, type PackageFiles, writeArchive } from "./archive";
import { type NativeTarget } from "./nativeModules";
import { type Language, toolchains, versionOf } from "./toolchains";
import { userCache } from "./userCache";

/** What a build is made of. */
export interface LanguageBuildOptions {
  language: Language;
  /** Folder of the sources. */
  folder: string;
  runtime: string;
  machine: NativeTarget;
}

/** What builds by hand leave among the sources. */
const leftovers = new Set(["__pycache__", "bin", "node_modules", "obj", "package", "target"]);

/** Builds take the whole machine, and those of one language share caches: one after the other is faster than all at once. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Has a language's own toolchain build sources in a copy of them, and packs what comes of it. Returns the path of a
 * deterministic zip, in the user's cache: the same sources, toolchain and machine are built once.
 */
export function buildLanguage(options: LanguageBuildOptions): Promise<string> {
  const built = last.then(() => build(options));
  last = built.catch(() => undefined);
  return built;
}

async function build({ language, folder, runtime, machine }: LanguageBuildOptions): Promise<string> {
  const toolchain = toolchains[language];
  const sources = sourcesOf(folder);
  const commands = toolchain.build({ runtime, machine, has: (file) => sources.includes(file) });
  const hash = createHash("sha256").update(JSON.stringify({ commands, version: versionOf(language) }));
  for (const file of sources) hash.update(`\0${file}\0`).update(readFileSync(path.join(folder, file)));
  const archive = path.join(userCache("languages"), `${hash.digest("hex").slice(0, 32)}.zip`);
  if (existsSync(archive)) return archive;

  const workshop = `${archive}.${randomUUID()}`;
  const copy = path.join(workshop, "sources");
  try {
    await mkdir(copy, { recursive: true });
    for (const file of sources) await cp(path.join(folder, file), path.join(copy, file));
    for (const { command, environment } of commands) await run(command, copy, environment);
    const files: PackageFiles = {};
    await addFolder(files, path.join(copy, toolchain.output));
    await writeArchive(archive, files);
    return archive;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** The sources' paths, in an order that is the same everywhere. */
function sourcesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).some((part) => leftovers.has(part)))
    .sort();
}

async function run([program = "", ...args]: string[], cwd: string, environment = {}): Promise<void> {
  try {
    await promisify(execFile)(program, args, { cwd, env: { ...process.env, ...environment } });
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${[program, ...args].join(" ")}: ${(stderr + stdout).trim() || message}`, { cause: error });
  }
}
