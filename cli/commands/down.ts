import { rmSync } from "node:fs";
import { emulatorStatus, stopEmulator } from "../../local/emulator";
import { acquireLock } from "../../local/lock";
import { localFolder } from "../../local/project";
import { stateProblem } from "../state/checkpoint";
import { doneLine, paint, say, formatSummary } from "../terminal/display";
import { operate } from "../run/operate";
import { endAbandonedRuns } from "../run/runFolder";
import { openSession } from "../run/session";
import { localStack, readSettings } from "../run/settings";
import { hasLocalState, runLock, stateFolder } from "../state/stateFiles";
import { removeStaleLocks } from "../state/staleLocks";

/**
 * Destroys the stack `local`, stops the emulator and removes everything that this checkout keeps of it. What is broken
 * already does not hinder it: with the emulator everything that the stack made ends.
 */
export async function down(): Promise<{ emulatorStopped: boolean }> {
  const release = acquireLock(runLock, "npm run down");
  try {
    await endAbandonedRuns(progress);
    const status = await emulatorStatus();
    if (status.state === "running" && hasLocalState()) await destroy(status.endpoint);
    const emulatorStopped = await stopEmulator({ progress });
    say(emulatorStopped ? "the emulator is stopped" : "no emulator was running");
    rmSync(localFolder, { recursive: true, force: true });
    return { emulatorStopped };
  } finally {
    release();
  }
}

const progress = (line: string): void => say(paint("dim", line));

async function destroy(endpoint: string): Promise<void> {
  removeStaleLocks(stateFolder, say);
  try {
    const target = { kind: "local", endpoint } as const;
    const settings = readSettings(localStack);
    const unknown = stateProblem(stateFolder, settings.project, say);
    if (unknown) {
      say(`${unknown}: what the stack made goes with the emulator`);
      return;
    }
    const session = await openSession({
      stack: localStack,
      settings,
      provider: "embedded",
      target,
      savesOnlyAtEnd: true, // emulator and state go right after it
      progress,
    });
    try {
      const { stack, program } = session;
      const { record, error } = await operate(program, (operation) => stack.destroy(operation), {
        line: doneLine,
        print: say,
      });
      if (error) throw error;
      say(`${paint("bold", localStack)}: ${formatSummary(record.changes, "done")}`);
    } finally {
      await session.close();
    }
  } catch (error) {
    // Whatever it is, what follows must be done.
    const { message } = error as Error;
    if (message) say(message);
    say(paint("yellow", "the stack could not be destroyed in order; what it made goes with the emulator"));
  }
}
