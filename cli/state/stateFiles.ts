import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { localFolder } from "../../local/project";
import { type EarlierState } from "./exportedState";

/** Where the engine keeps the state of the stack that is on the emulator. */
export const stateFolder = path.join(localFolder, "state");

/** Whether a stack has been deployed to the emulator, as far as the engine knows. */
export const hasLocalState = (): boolean => existsSync(path.join(stateFolder, ".pulumi"));

/** The outputs of the stack on the emulator, for scripts, and for the commands `invoke` and `logs`. */
export const outputsFile = path.join(localFolder, "outputs.json");

/** One command at a time changes the stack on the emulator. */
export const runLock = path.join(localFolder, "run.lock");

/**
 * Makes a stack in a folder of state, as `pulumi stack init` does, unless it is there.
 * @param earlier What it has already. Default: nothing.
 */
export function makeStateFile(folder: string, project: string, stack: string, earlier?: EarlierState): void {
  const file = path.join(folder, ".pulumi", "stacks", project, `${stack}.json`);
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(path.join(folder, ".pulumi", "meta.yaml"), "version: 1\n"); // stacks have the folder of their project
  const manifest = { time: new Date(0).toISOString(), magic: "", version: "" };
  const latest = earlier && { manifest, resources: earlier.resources };
  writeFileSync(
    file,
    JSON.stringify({ version: 3, checkpoint: { stack: `organization/${project}/${stack}`, latest } }),
  );
}
