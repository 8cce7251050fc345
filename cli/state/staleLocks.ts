import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { identify } from "../../local/processes";

/**
 * Removes the engine's locks on a state whose processes died (power cut, kill -9), which otherwise block every run until
 * someone runs `pulumi cancel`; also half-written ones, which the engine cannot read. A live process's lock stays, and
 * the engine says so.
 */
export function removeStaleLocks(state: string, progress: (line: string) => void): void {
  const locks = path.join(state, ".pulumi", "locks");
  if (!existsSync(locks)) return;
  for (const entry of readdirSync(locks, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const holder = readHolder(file);
    if (holder && (holder.hostname !== hostname() || identify(holder.pid))) continue;
    rmSync(file);
    progress(
      `removed the lock that ${holder ? `process ${holder.pid}` : "a process"}, which died, had left on the stack`,
    );
  }
}

/** None for half a lock. */
function readHolder(file: string): { pid: number; hostname: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as { pid: number; hostname: string };
  } catch {
    return undefined;
  }
}
