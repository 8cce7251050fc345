import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { processFile } from "./processFile";

const sampled = 50;
const kilobytesInMegabyte = 1024;

/** A command that was run: its time, and the memory of all its processes together, at its most. */
export interface CommandRun {
  seconds: number;
  megabytes: number;
  output: string;
  code: number | null;
}

/** Runs a Node program to its end. */
export function runCommand(cwd: string, args: string[]): Promise<CommandRun> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let megabytes = 0;
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
  const sampling = setInterval(() => (megabytes = Math.max(megabytes, memoryOf(child.pid!))), sampled);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(sampling);
      resolve({ seconds: (performance.now() - begun) / 1_000, megabytes, output, code });
    });
  });
}

/** Megabytes of a process and all that it has started, shared pages counted once; as Linux tells it. */
function memoryOf(root: number): number {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(/\) \S (\d+)/.exec(processFile(Number(name), "stat"))?.[1])] as const),
  );
  const isOfRoot = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isOfRoot(parents.get(pid)));
  const kilobytes = [...parents.keys()]
    .filter(isOfRoot)
    .reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(processFile(pid, "smaps_rollup"))?.[1] ?? 0), 0);
  return kilobytes / kilobytesInMegabyte;
}
