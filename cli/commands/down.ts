import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { emulatorStatus, stopEmulator } from "../../local/emulator";
import { acquireLock } from "../../local/lock";
import { commandLine, isOwnProject, localFolder } from "../../local/project";
import { requireProject } from "../project/userProject";
import { loadSettings } from "../run/loadSettings";
import { stateProblem } from "../state/checkpoint";
import { readDeployed } from "../state/deployed";
import { type Entry } from "../run/record";
import { doneLine, paint, quietLine, say, formatSummary } from "../terminal/display";
import { Progress } from "../terminal/progress";
import { operate } from "../run/operate";
import { endAbandonedRuns } from "../run/runFolder";
import { openSession } from "../run/session";
import { hasLocalState, runLock, stateFolder } from "../state/stateFiles";
import { removeStaleLocks } from "../state/staleLocks";

/**
 * Destroys the stack on the emulator, stops the emulator and removes its files. It goes on if something is broken,
 * since stopping the emulator ends everything that the stack created. Reports stay.
 * @param verbose Prints a line for each resource
 */
export async function down({ verbose = false }: { verbose?: boolean } = {}): Promise<{ emulatorStopped: boolean }> {
  if (!isOwnProject) requireProject();
  if (!existsSync(localFolder)) {
    say(nothingRuns);
    return { emulatorStopped: false };
  }
  const release = acquireLock(runLock, commandLine("down"));
  try {
    await endAbandonedRuns(progress);
    const status = await emulatorStatus();
    if (status.state === "running" && hasLocalState()) await destroy(status.endpoint, verbose);
    const emulatorStopped = await stopEmulator({ progress });
    say(emulatorStopped ? "the emulator is stopped" : nothingRuns);
    removeLocalFolder();
    return { emulatorStopped };
  } finally {
    release();
  }
}

const nothingRuns = "no emulator was running";

/** Files that the user wrote or requested outlive the stack. */
const kept = ["answers.yaml", "report"];

function removeLocalFolder(): void {
  const names = readdirSync(localFolder);
  const stays = names.filter((name) => kept.includes(name));
  if (stays.length === 0) return rmSync(localFolder, { recursive: true, force: true });
  for (const name of names)
    if (![...kept, ".gitignore"].includes(name)) rmSync(path.join(localFolder, name), { recursive: true, force: true });
  say(`kept: ${stays.map((name) => path.relative(process.cwd(), path.join(localFolder, name))).join(", ")}`);
}

const progress = (line: string): void => say(paint("dim", line));

async function destroy(endpoint: string, verbose: boolean): Promise<void> {
  removeStaleLocks(stateFolder, say);
  const shown = new Progress("destroying the stack");
  try {
    const target = { kind: "local", endpoint } as const;
    const deployed = readDeployed();
    if (!deployed) throw new Error("it is not known which stack is on the emulator");
    const { stack: name } = deployed;
    const unknown = stateProblem(stateFolder, deployed, say);
    if (unknown) {
      say(`${unknown}: its resources are removed with the emulator`);
      return;
    }
    shown.update(`${name}: reading what is there`);
    const session = await openSession({
      stack: name,
      settings: loadSettings({ stack: name, provider: "embedded", config: [] }),
      provider: "embedded",
      target,
      savesOnlyAtEnd: true, // the emulator and the state are removed next
      policies: false,
      progress,
    });
    try {
      const { stack, program } = session;
      shown.update(`${name}: removing what is there`, { now: true });
      let removed = 0;
      const line = (entry: Entry): string | undefined => {
        if (entry.kind === "done" && !entry.step.component) shown.update(`${++removed} removed`);
        return verbose ? doneLine(entry) : quietLine(entry);
      };
      const { record, error } = await operate(program, (operation) => stack.destroy(operation), { line, print: say });
      shown.end();
      if (error) throw error;
      say(`${paint("bold", name)}: ${formatSummary(record.changes, "done")}`);
    } finally {
      await session.close();
    }
  } catch (error) {
    // Whatever it is, go on with the next steps.
    const { message } = error as Error;
    if (message) say(message);
    say(paint("yellow", "the stack could not be destroyed in order; its resources are removed with the emulator"));
  } finally {
    shown.end();
  }
}
