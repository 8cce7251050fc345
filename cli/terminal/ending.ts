import { CommanderError } from "commander";
import { diskProblem } from "../bootstrap/disk.mjs";
import { findExitCode, plainMessage } from "./errors";
import { explained } from "./traces";

/** Ends the process with the error: its message if the user can fix it, all details if the fault is ours. */
export function endWith(error: unknown): void {
  if (error instanceof CommanderError) {
    // Commander has written its message. Asking for help is no error.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  const disk = diskProblem(error);
  const code = disk ? 2 : findExitCode(error);
  if (code === undefined) {
    console.error(explained(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    process.exitCode = 1;
    return;
  }
  const message = disk ?? plainMessage(error as Error);
  if (message) console.error(`headroom: ${message}`);
  process.exitCode = code;
}
