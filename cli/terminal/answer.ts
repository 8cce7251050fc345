import { leaveOutputToMachines } from "./display";
import { findExitCode, plainMessage } from "./errors";

/** Answers machines, where they ask, with one JSON document on standard output, for a failure too; people read on. */
export async function answer(json: boolean, run: () => Promise<object>): Promise<void> {
  if (!json) {
    await run();
    return;
  }
  leaveOutputToMachines();
  const print = (document: object): void => console.log(JSON.stringify(document, null, 2));
  try {
    print({ ok: true, ...(await run()) });
  } catch (error) {
    const code = findExitCode(error);
    if (code === undefined) throw error;
    print({ ok: false, error: plainMessage(error as Error) || "see standard error" });
    process.exitCode = code;
  }
}
