import { spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import * as path from "node:path";
import { addFolder, type PackageFiles, writeArchive } from "./archive";
import { type NativeTarget } from "./nativeModules";
import { type Language, missingToolchain, toolchains, readVersion } from "./toolchains";
import { userCache } from "./userCache";

/** The input of a build. */
export interface LanguageBuildOptions {
  language: Language;
  /** Folder of the sources. */
  folder: string;
  runtime: string;
  machine: NativeTarget;
}

/** Leftovers of manual builds among the sources. */
const leftovers = new Set(["__pycache__", "bin", "node_modules", "obj", "package", "target"]);

/** A longer build probably hangs, for example on an unreachable registry. */
const TEN_MINUTES = 600_000;

/**
 * Builds a copy of the sources with the language's toolchain and packs the result. Returns the path of a reproducible
 * zip in the user's cache, built once for each set of sources, toolchain and machine. It blocks, so that a failing
 * build shows before anything is declared.
 */
export function buildLanguage({ language, folder, runtime, machine }: LanguageBuildOptions): string {
  const toolchain = toolchains[language];
  const sources = listSources(folder);
  const commands = toolchain.build({ runtime, machine, has: (file) => sources.includes(file) });
  const hash = createHash("sha256").update(JSON.stringify({ commands, version: readVersion(language) }));
  for (const file of sources) hash.update(`\0${file}\0`).update(readFileSync(path.join(folder, file)));
  const archive = path.join(userCache("languages"), `${hash.digest("hex").slice(0, 32)}.zip`);
  if (existsSync(archive)) return archive;

  const workshop = `${archive}.${randomUUID()}`;
  const copy = path.join(workshop, "sources");
  try {
    mkdirSync(copy, { recursive: true });
    for (const file of sources) cpSync(path.join(folder, file), path.join(copy, file));
    for (const { command, environment } of commands) run(command, copy, environment);
    const files: PackageFiles = {};
    addFolder(files, path.join(copy, toolchain.output));
    writeArchive(archive, files);
    return archive;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Why this machine cannot build the sources; undefined if it can. */
export function buildProblem(options: LanguageBuildOptions): string | undefined {
  const missing = missingToolchain(options.language);
  if (missing) return missing;
  try {
    buildLanguage(options);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The paths of the sources, in the same order on every machine. */
function listSources(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).some((part) => leftovers.has(part)))
    .sort();
}

function run([program = "", ...args]: string[], cwd: string, environment = {}): void {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...environment },
    encoding: "utf8",
    timeout: TEN_MINUTES,
  });
  if (status !== 0) {
    const said = `${stderr}${stdout}`.trim() || error?.message || `it ended with ${status}`;
    throw new Error(`${[program, ...args].join(" ")}: ${said}`);
  }
}
