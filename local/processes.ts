import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * An environment variable that every process we start inherits. It names the folder they belong to, so that we find
 * them even when the process that knew their ids is gone.
 */
export interface Mark {
  name: `HEADROOM_${string}`;
  folder: string;
}

/** The mark as an environment. */
export const markEnvironment = ({ name, folder }: Mark): Record<string, string> => ({ [name]: folder });

/** Processes that even SIGKILL does not end. */
export class ProcessError extends Error {
  override readonly name = "ProcessError";
}

/** A process id with the start time, in the system's format: ids alone are reused. */
export interface ProcessIdentity {
  pid: number;
  startTime: string;
}

/** The process with this id, unless it has ended. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    const startTime = process.platform === "linux" ? linuxStartTime(pid) : ps("-o", "lstart=", "-p", String(pid));
    return startTime ? { pid, startTime } : undefined;
  } catch {
    return undefined; // no such process
  }
}

export function isRunning({ pid, startTime }: ProcessIdentity): boolean {
  return identify(pid)?.startTime === startTime;
}

/**
 * Asks every process with this mark to end, kills those that do not, and waits until none is left, including those that
 * a function left behind. True if there was one.
 * @param leader A process that may not show its mark yet.
 */
export async function endProcesses(mark: Mark, leader?: ProcessIdentity): Promise<boolean> {
  const living = () => {
    const marked = markedWith(mark);
    return leader && isRunning(leader) ? [...new Set([leader.pid, ...marked])] : marked;
  };
  const ran = living().length > 0;
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    for (const deadline = Date.now() + 5_000; Date.now() < deadline; await sleep(50)) {
      const left = living();
      if (left.length === 0) return ran;
      for (const pid of left) send(pid, signal);
    }
  }
  const left = living();
  if (left.length > 0)
    throw new ProcessError(`processes of ${mark.folder} do not end, even when killed: ${left.join(", ")}.`);
  return ran;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The running processes with the mark. */
export function markedWith({ name, folder }: Mark): number[] {
  const mark = `${name}=${folder}`;
  if (process.platform !== "linux") {
    const lines = ps("-A", "-E", "-ww", "-o", "pid=,command=").split("\n");
    return lines.filter((line) => `${line} `.includes(` ${mark} `)).map((line) => Number.parseInt(line, 10));
  }
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => linuxEnvironment(pid).includes(mark) && identify(pid));
}

function linuxEnvironment(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  } catch {
    return []; // it belongs to another user, or has ended since
  }
}

/** In clock ticks since the machine started; undefined for a zombie, which ends with its last thread. */
function linuxStartTime(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the command in brackets, which may itself contain blanks and brackets.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ended = state === "Z" && readdirSync(`/proc/${pid}/task`).length <= 1;
  return ended ? undefined : fields[18];
}

function ps(...args: string[]): string {
  return execFileSync("ps", args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).trim();
}
