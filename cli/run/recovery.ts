import { rmSync } from "node:fs";
import { type Emulator, ensureEmulator, stopEmulator } from "../../local/emulator";
import { stateProblem } from "../state/checkpoint";
import { type Deployed } from "../state/deployed";
import { endAbandonedRuns } from "./runFolder";
import { hasLocalState, stateFolder } from "../state/stateFiles";
import { removeStaleLocks } from "../state/staleLocks";

interface Output {
  /** Receives messages for the user. */
  print: (line: string) => void;
  /** Gets a line for each step that takes time. */
  progress: (line: string) => void;
}

/**
 * Starts the emulator unless it runs, and repairs the leftovers of a killed run, a killed emulator or a power cut:
 * the engine's state matches the emulator, or both are empty. Returns whether the emulator was started.
 */
export async function readyEmulator(
  stack: Pick<Deployed, "project" | "stack">,
  { print, progress }: Output,
): Promise<Pick<Emulator, "endpoint" | "started">> {
  await endAbandonedRuns(progress);
  const unknown = stateProblem(stateFolder, stack, print);
  if (unknown) {
    print(`${unknown}: what the emulator holds is removed, and the stack is deployed from scratch`);
    await discardEmulator(progress);
  }
  const { endpoint, started } = await ensureEmulator({ progress });
  if (started && hasLocalState()) {
    // A new emulator is empty, whatever ended the earlier one.
    rmSync(stateFolder, { recursive: true });
    print("the emulator had ended and lost what it held: the stack is deployed from scratch");
  }
  removeStaleLocks(stateFolder, progress);
  return { endpoint, started };
}

/** Stops the emulator and removes the engine's state of it. */
export async function discardEmulator(progress: Output["progress"]): Promise<void> {
  await stopEmulator({ progress });
  rmSync(stateFolder, { recursive: true, force: true });
}
