import { readFileSync } from "node:fs";

/** What Linux tells of a process in one of its files; empty when it has ended. */
export function processFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
