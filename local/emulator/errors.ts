/** The emulator cannot be installed, started or stopped; the message names the fix. */
export class EmulatorError extends Error {
  override readonly name = "EmulatorError";
}
