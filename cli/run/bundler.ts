import { stop } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Ends the bundler's process and waits until it is gone: otherwise it outlives ours by a moment, or forever where no
 * init process collects orphans, as in many containers. esbuild itself does not report its end.
 */
export async function endBundler(): Promise<void> {
  await stop();
  for (const deadline = Date.now() + 2_000; Date.now() < deadline && bundlerRuns();) await sleep(5);
}

function bundlerRuns(): boolean {
  const children = `/proc/${process.pid}/task/${process.pid}/children`;
  if (!existsSync(children)) return false; // not Linux
  const pids = readFileSync(children, "utf8").split(" ").filter(Boolean);
  return pids.some((pid) => {
    const name = `/proc/${pid}/comm`;
    return existsSync(name) && readFileSync(name, "utf8").trim() === "esbuild";
  });
}
