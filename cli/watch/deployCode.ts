import { emulatorChanges } from "../../local/emulator";
import { waitForLock } from "../../local/lock";
import { commandLine } from "../../local/project";
import { updateFunctionCode } from "../../local/provider/functionCode";
import { updateState } from "../state/checkpoint";
import { noteDeployed, readDeployed } from "../state/deployed";
import { runLock, stateFolder } from "../state/stateFiles";
import { type Archive, type WatchedFunction } from "./packages";

/** A function, and the package that it gets. */
export interface NewCode {
  watched: WatchedFunction;
  code: Archive;
}

/**
 * Gives functions on the emulator new packages without the engine, and writes what the engine would have written: its
 * next run finds nothing to do.
 */
export async function deployCode(news: readonly NewCode[], endpoint: string, say: (line: string) => void) {
  const release = await waitForLock(runLock, commandLine("watch"), ({ purpose }) => say(`waiting for ${purpose}`));
  try {
    const stack = readDeployed();
    if (!stack) throw new Error("no stack is deployed");
    const before = await emulatorChanges(endpoint);
    const changed = new Map<string, { code: Archive; outputs: Record<string, unknown> }>();
    const update = async ({ watched: { urn, name, region, architectures }, code }: NewCode): Promise<void> => {
      const outputs = await updateFunctionCode({ endpoint, region, name }, { code, architectures });
      changed.set(urn, { code, outputs });
    };
    const failed = (await Promise.allSettled(news.map(update))).find(({ status }) => status === "rejected");
    updateState(stateFolder, stack, (resource) => {
      const own = changed.get(resource.urn);
      if (!own) return;
      resource.inputs = { ...resource.inputs, code: own.code };
      resource.outputs = { ...resource.outputs, ...own.outputs, code: own.code };
      resource.modified = new Date().toISOString();
    });
    // If nothing but this changed since the last run, the next one need not compare every resource.
    const after = await emulatorChanges(endpoint);
    if (failed?.status === "rejected") throw failed.reason;
    if (before === stack.changes && countOf(after) - countOf(before) === news.length)
      noteDeployed({ ...stack, changes: after });
  } finally {
    release();
  }
}

/** The number in what {@link emulatorChanges} says. */
const countOf = (changes: string | undefined): number => Number(changes?.split(":")[1]);
