import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { endProcesses, identify, type Mark } from "../../local/processes";
import { localFolder, makeLocalFolder } from "../../local/project";

/** A folder for one run of the engine. Its name identifies the process, even after that was killed. */
export function makeRunFolder(): string {
  makeLocalFolder();
  return mkdtempSync(path.join(localFolder, `${folderPrefix(process.pid)}-`));
}

/** Of the engine that works in this folder, and of the plugins that it starts. */
export const engineMark = (folder: string): Mark => ({ name: "HEADROOM_ENGINE", folder });

/** Ends what killed runs have left: the engine, its plugins (such as the policy pack) and their files. */
export async function endAbandonedRuns(progress: (line: string) => void): Promise<void> {
  if (!existsSync(localFolder)) return;
  for (const name of readdirSync(localFolder)) {
    const [, pid] = /^run-(\d+)-/.exec(name) ?? [];
    if (!pid || name.startsWith(`${folderPrefix(Number(pid))}-`)) continue;
    const folder = path.join(localFolder, name);
    if (await endProcesses(engineMark(folder)))
      progress(`ended the engine that process ${pid}, which was killed, had left`);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With the start time, since another process may get the id of one that has ended; none for that. */
function folderPrefix(pid: number): string | undefined {
  const owner = identify(pid);
  return owner && `run-${pid}-${owner.startTime.replace(/\W/g, "")}`;
}
