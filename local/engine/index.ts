import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { waitForLock } from "../lock";
import { cacheFolder, installRoot } from "../project";
import { AttemptError } from "./attempt";
import { buildEngine } from "./goBuild";
import { type Found, pulumiIn, pulumiOnPath } from "./find";
import { runInstaller } from "./installer";

/** The Pulumi CLI that runs the programs, and where it came from. */
export interface Engine extends Found {
  source: "path" | "installer" | "build";
}

/** One way that failed. */
export interface Attempt {
  way: string;
  reason: string;
  fix: string;
}

/** Every way to get the engine failed. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  constructor(readonly attempts: Attempt[]) {
    const list = attempts.map(({ way, reason, fix }) => `  ${way}: ${reason}\n    Fix: ${fix}`);
    super(`there is no Pulumi engine. One of these fixes it:\n${list.join("\n")}`);
  }
}

/** Options of {@link ensureEngine}. Users need only `onProgress`; tests set the rest. */
export interface EngineOptions {
  /** Receives a line for each step that takes time. */
  progress?: (line: string) => void;
  /** Default: the user's cache, shared by every checkout. */
  cache?: string;
  /** Where Pulumi's installer script is. */
  installer?: URL;
  /** The Go module that pins the engine. */
  module?: string;
}

const defaultCache = path.join(cacheFolder, "engine");
const defaultModule = path.join(installRoot, "local", "engine", "build");

/** The oldest CLI that works with our SDK, policy pack and provider protocol, found by trying. */
export const oldestVersion = "3.230.0";

/**
 * Finds the Pulumi CLI on PATH or in the cache, else gets it from Pulumi's installer or builds it from the Go module
 * proxy.
 * @throws {@link EngineError} that lists what failed and how to fix it.
 */
export async function ensureEngine(options: EngineOptions = {}): Promise<Engine> {
  const {
    progress = () => {},
    cache = defaultCache,
    installer = new URL("https://get.pulumi.com/"),
    module = defaultModule,
  } = options;
  const version = pinnedVersion(module);
  const attempts: Attempt[] = [];

  const attempt = async <T>(way: string, run: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof AttemptError)) throw error;
      attempts.push({ way, reason: error.reason, fix: error.fix });
      return undefined;
    }
  };

  const onPath = await attempt("pulumi on PATH", () => pulumiOnPath(oldestVersion));
  if (onPath) return { ...onPath, source: "path" };

  const home = path.join(cache, version);
  const cached = await cachedEngine(home);
  if (cached) return cached;

  const waiting = ({ pid }: { pid: number }) => progress(`waiting for process ${pid}, which installs the engine`);
  const release = await waitForLock(path.join(cache, `${version}.lock`), "the installation of the engine", waiting);
  try {
    const meanwhile = await cachedEngine(home);
    if (meanwhile) return meanwhile;

    const ways = [
      { source: "installer", way: "Pulumi's installer", make: runInstaller },
      { source: "build", way: "build with Go", make: buildEngine },
    ] as const;
    for (const { source, way, make } of ways) {
      // Installed aside and renamed once it works, so that nobody finds a half-installed engine.
      const target = path.join(cache, `${version}.draft`);
      rmSync(target, { recursive: true, force: true });
      mkdirSync(target);
      try {
        await attempt(way, async () => {
          await make({ target, version, installer, module, progress });
          await pulumiIn(target);
          rmSync(path.join(home, source), { recursive: true, force: true });
          mkdirSync(home, { recursive: true });
          renameSync(target, path.join(home, source));
        });
      } finally {
        rmSync(target, { recursive: true, force: true });
      }
      const made = await cachedEngine(home);
      if (made) return made;
    }
  } finally {
    release();
  }
  throw new EngineError(attempts);
}

/** The CLI that {@link ensureEngine} would use; undefined if it would have to install one. */
export async function findEngine(): Promise<Engine | undefined> {
  const onPath = await pulumiOnPath(oldestVersion).catch(() => undefined);
  if (onPath) return { ...onPath, source: "path" };
  return cachedEngine(path.join(defaultCache, pinnedVersion(defaultModule)));
}

/** The engine installed earlier, if it still runs. */
async function cachedEngine(home: string): Promise<Engine | undefined> {
  for (const source of ["installer", "build"] as const) {
    const found = await pulumiIn(path.join(home, source)).catch(() => undefined);
    if (found) return { ...found, source };
  }
  return undefined;
}

/** The version in go.mod, so that installer and build give the same engine. */
function pinnedVersion(module: string): string {
  const goMod = readFileSync(path.join(module, "go.mod"), "utf8");
  const version = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(goMod)?.[1];
  if (!version) throw new Error(`${module}/go.mod does not require github.com/pulumi/pulumi/pkg/v3`);
  return version;
}
