import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { identify, isRunning, type ProcessIdentity } from "./processes";

/** Another live process holds the lock. */
export class LockError extends Error {
  override readonly name = "LockError";
  constructor(readonly holder: Holder) {
    super(
      `${holder.purpose} is running already (process ${holder.pid}, since ${holder.since}). ` +
        "Fix: wait for it to end, or stop it.",
    );
  }
}

export interface Holder extends ProcessIdentity {
  /** What the process does, such as "npm start". */
  purpose: string;
  since: string;
}

/**
 * Takes a lock file, or throws a {@link LockError}; takes over the lock of a dead process. Returns the function that
 * releases it.
 */
export function acquireLock(file: string, purpose: string): () => void {
  mkdirSync(path.dirname(file), { recursive: true });
  const self = identify(process.pid) ?? { pid: process.pid, startTime: "" };
  const mine: Holder = { ...self, purpose, since: new Date().toISOString() };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    while (!linked(draft, file)) {
      const holder = readHolder(file);
      if (holder && isRunning(holder)) throw new LockError(holder);
      removeStale(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const release = (): void => rmSync(file, { force: true });
  process.once("exit", release);
  return () => {
    process.off("exit", release);
    release();
  };
}

/** A hard link, unlike a write, creates the file with its content atomically. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

/** Removes the lock of a dead process, unless another process has taken it over. */
function removeStale(file: string, holder: Holder | undefined): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another process removed it
  }
  const removed = readHolder(aside);
  if (removed && removed.pid !== holder?.pid) linked(aside, file);
  rmSync(aside, { force: true });
}

/** Waits while another process holds the lock; calls `waiting` once. */
export async function waitForLock(
  file: string,
  purpose: string,
  waiting: (holder: Holder) => void,
): Promise<() => void> {
  for (let reported = false; ; reported = true) {
    try {
      return acquireLock(file, purpose);
    } catch (error) {
      if (!(error instanceof LockError)) throw error;
      if (!reported) waiting(error.holder);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined; // gone since
  }
}
