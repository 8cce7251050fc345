import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { localFolder, makeLocalFolder } from "../../local/project";

/** The stack that was brought up on the emulator last. */
export interface Deployed {
  stack: string;
  project: string;
  region: string;
  /** What {@link emulatorChanges} said when the stack was up; left out while it is brought up. */
  changes?: string | undefined;
}

const file = path.join(localFolder, "deployed.json");

/** Records the stack before any resource is made. */
export function noteDeployed(deployed: Deployed): void {
  makeLocalFolder();
  // At once, so that a kill leaves the file whole.
  writeFileSync(`${file}.draft`, JSON.stringify(deployed));
  renameSync(`${file}.draft`, file);
}

/** The stack on the emulator, or the last one on it; undefined if nothing was deployed. */
export const readDeployed = (): Deployed | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Deployed) : undefined;
