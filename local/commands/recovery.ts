import { rmSync } from "node:fs";
import { ensureEmulator, stopEmulator } from "../emulator";
import { whyUnknown } from "./checkpoint";
import { endAbandonedRuns } from "./runFolder";
import { hasLocalState, stateFolder } from "./stateFiles";
import { removeStaleLocks } from "./staleLocks";

interface Telling {
  /** Gets what the user must know. */
  print: (line: string) => void;
  /** Gets a line for each step that takes time. */
  progress: (line: string) => void;
}

/**
 * Starts the emulator unless it runs, and puts in order what a killed run, a killed emulator or a power cut left: the
 * engine's state tells what the emulator holds, or both are empty. `started`: it did not run before.
 */
export async function readyEmulator(
  project: string,
  { print, progress }: Telling,
): Promise<{ endpoint: string; started: boolean }> {
  await endAbandonedRuns(progress);
  const unknown = whyUnknown(stateFolder, project, print);
  if (unknown) {
    print(`${unknown}: what the emulator holds is removed, and the stack is deployed anew`);
    await stopEmulator({ progress });
    rmSync(stateFolder, { recursive: true });
  }
  const { endpoint, started } = await ensureEmulator({ progress });
  if (started && hasLocalState()) {
    // A new emulator is empty, whatever ended the earlier one.
    rmSync(stateFolder, { recursive: true });
    print("the emulator had ended and lost what it held: the stack is deployed anew");
  }
  removeStaleLocks(stateFolder, progress);
  return { endpoint, started };
}
