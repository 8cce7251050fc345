import { type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { waitForLock } from "../lock";
import { endProcesses, identify, isRunning, type ProcessIdentity } from "../processes";
import { commandLine, localFolder } from "../project";
import { EmulatorError } from "./errors";
import { ensureInstallation, requirementsHash } from "./installation";
import { portFrom, requireFreePort } from "./port";
import { findPython } from "./python";
import { databasesFolder, judgeDeveloperAs, localEndpoint, isHealthy, emulatorMark, spawnServer } from "./server";

export { EmulatorError } from "./errors";
export { emulatorChanges } from "./server";

/** Options of the functions below. Users need none; tests set folder and cache. */
export interface EmulatorOptions {
  /** Default: HEADROOM_PORT, or 4566. */
  port?: number;
  /** Receives a line for each step that takes time. */
  progress?: (line: string) => void;
  /** Folder of the emulator's process record, log and private temporary files. Default: `.local/emulator`. */
  folder?: string;
  /** Folder of the installation. Default: the user's cache. */
  cache?: string;
  environment?: NodeJS.ProcessEnv;
}

export interface Emulator {
  /** For example `http://127.0.0.1:4566`. */
  endpoint: string;
  pid: number;
  /** Whether this call started it. */
  started: boolean;
  /**
   * Whether an earlier emulator died without being stopped (killed, or the machine restarted), and its state with it.
   */
  stateLost: boolean;
}

export type EmulatorStatus =
  | { state: "running"; endpoint: string; pid: number; log: string }
  /** `killed`: it was started and never stopped, but its process is gone or does not answer. */
  | { state: "stopped" | "killed"; log: string };

/** The process that was started last; the record stays until the emulator is stopped properly. */
interface StartRecord extends ProcessIdentity {
  port: number;
  /** The pinned version. */
  requirements: string;
}

const defaultFolder = path.join(localFolder, "emulator");
const logIn = (folder: string) => path.join(folder, "emulator.log");
const recordIn = (folder: string) => path.join(folder, "process.json");

/**
 * The emulator of this checkout: the running one, or a new one.
 * @throws {@link EmulatorError} for a taken port, a missing Python, no network at the first start, a crash.
 */
export async function ensureEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { folder = defaultFolder, progress = () => {}, environment = process.env, cache } = options;
  const port = options.port ?? portFrom(environment);
  const endpoint = localEndpoint(port);
  if (process.platform === "win32") {
    throw new EmulatorError("the embedded cloud runs on Linux and macOS. Fix: run the command in WSL.");
  }
  return exclusively(folder, progress, async () => {
    const earlier = readRecord(folder);
    if (earlier && (await isServing(earlier))) {
      if (earlier.port !== port) throw otherPort(earlier.port, port);
      const isCurrent = earlier.requirements === requirementsHash();
      if (isCurrent) {
        await judgeDeveloperAs(endpoint, environment.HEADROOM_USER);
        return { endpoint, pid: earlier.pid, started: false, stateLost: false };
      }
    }
    await endProcesses(emulatorMark(folder), earlier);
    await requireFreePort(port);
    const python = await ensureInstallation({ progress, environment, ...(cache && { cache }) });
    const pid = await start(folder, port, python);
    await judgeDeveloperAs(endpoint, environment.HEADROOM_USER);
    return { endpoint, pid, started: true, stateLost: earlier !== undefined };
  });
}

/**
 * Checks whether the emulator could start, and returns what it would use. Starts and installs nothing. Throws the
 * obstacle.
 */
export async function checkEmulator(
  environment = process.env,
): Promise<{ port: number; python: string; running: boolean }> {
  const port = portFrom(environment);
  const { version } = await findPython(environment);
  const { state } = await emulatorStatus();
  if (state !== "running") await requireFreePort(port);
  return { port, python: version, running: state === "running" };
}

/**
 * Stops the emulator and every process that its functions left behind, and removes its files. True if one was running.
 */
export async function stopEmulator(options: Pick<EmulatorOptions, "folder" | "progress"> = {}): Promise<boolean> {
  const { folder = defaultFolder, progress = () => {} } = options;
  if (!existsSync(folder)) return false;
  return exclusively(folder, progress, async () => {
    const ran = await endProcesses(emulatorMark(folder), readRecord(folder));
    for (const each of [folder, databasesFolder(folder)]) rmSync(each, { recursive: true, force: true });
    return ran;
  });
}

/** Whether the emulator of this checkout runs; starts nothing. */
export async function emulatorStatus(options: Pick<EmulatorOptions, "folder"> = {}): Promise<EmulatorStatus> {
  const { folder = defaultFolder } = options;
  const log = logIn(folder);
  const earlier = readRecord(folder);
  if (!earlier) return { state: "stopped", log };
  if (!(await isServing(earlier))) return { state: "killed", log };
  return { state: "running", endpoint: localEndpoint(earlier.port), pid: earlier.pid, log };
}

/** Keeps two commands from starting or stopping emulators at the same time. */
async function exclusively<T>(folder: string, progress: (line: string) => void, run: () => Promise<T>): Promise<T> {
  const waiting = ({ pid }: { pid: number }) =>
    progress(`waiting for process ${pid}, which starts or stops the emulator`);
  const release = await waitForLock(`${folder}.lock`, "a start or stop of the emulator", waiting);
  try {
    return await run();
  } finally {
    release();
  }
}

async function start(folder: string, port: number, python: string): Promise<number> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const log = openSync(logIn(folder), "w", 0o600);
  const server = spawnServer({ folder, port, python, log });
  closeSync(log);
  const identity = server.pid === undefined ? undefined : identify(server.pid);
  if (identity) {
    const record: StartRecord = { ...identity, port, requirements: requirementsHash() };
    writeFileSync(recordIn(folder), JSON.stringify(record));
  }
  const problem = await problemAtStart(server, port);
  if (identity && !problem) {
    server.unref();
    return identity.pid;
  }
  await endProcesses(emulatorMark(folder), identity);
  const tail = readFileSync(logIn(folder), "utf8").trim().split("\n").slice(-15).join("\n");
  throw new EmulatorError(`the emulator did not start: ${problem}. The end of its log (${logIn(folder)}):\n${tail}`);
}

/** Waits until the emulator answers, usually for a second and at most a minute. Returns the reason if it does not. */
async function problemAtStart(server: ChildProcess, port: number): Promise<string | undefined> {
  let problem: string | undefined;
  server.on("error", (error) => (problem = error.message));
  server.on("exit", (code, signal) => (problem = `it ended with ${signal ?? `exit code ${code}`}`));
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
    const healthy = await isHealthy(port);
    if (healthy || problem) return problem;
  }
  return "it does not answer within 60 s";
}

async function isServing(earlier: StartRecord): Promise<boolean> {
  return isRunning(earlier) && (await isHealthy(earlier.port));
}

function otherPort(running: number, wanted: number): EmulatorError {
  return new EmulatorError(
    `the emulator of this checkout runs on port ${running}, but you asked for port ${wanted}.\n` +
      `Fix: set HEADROOM_PORT=${running}, or stop the running one first (${commandLine("down")}).`,
  );
}

function readRecord(folder: string): StartRecord | undefined {
  try {
    return JSON.parse(readFileSync(recordIn(folder), "utf8")) as StartRecord;
  } catch {
    return undefined; // never started, or stopped since
  }
}
