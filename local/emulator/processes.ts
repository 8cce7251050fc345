import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { EmulatorError } from "./errors";

/** In the environment of the emulator and of every process it starts: names the folder they belong to. */
export const markName = "HEADROOM_EMULATOR";

/** With its start time, in the system's own words, an id names one process only; ids alone are used again. */
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
 * Asks every process of the emulator in this folder to end, ends those that do not, and waits until none is left:
 * also those that a function started and left behind. True if there was one.
 */
export async function endProcesses(folder: string, leader?: ProcessIdentity): Promise<boolean> {
  const living = () => {
    const marked = markedWith(folder);
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
  if (left.length > 0) throw new EmulatorError(`processes of the emulator do not end: ${left.join(", ")}.`);
  return ran;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The living processes that carry the folder's mark. */
function markedWith(folder: string): number[] {
  const mark = `${markName}=${folder}`;
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
    return []; // another user's, or gone meanwhile
  }
}

/** In clock ticks since the machine started; none for a zombie, which has ended once its last thread has. */
function linuxStartTime(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the command's name in brackets, which may hold blanks and brackets itself.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ended = state === "Z" && readdirSync(`/proc/${pid}/task`).length <= 1;
  return ended ? undefined : fields[18];
}

function ps(...args: string[]): string {
  return execFileSync("ps", args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).trim();
}
