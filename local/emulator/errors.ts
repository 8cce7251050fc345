/** The emulator cannot be had, started or stopped: a missing prerequisite. The message names the fix. */
export class EmulatorError extends Error {
  override readonly name = "EmulatorError";
}
