/** One way to get the engine failed; `fix` says what the user can do about it. */
export class AttemptError extends Error {
  override readonly name = "AttemptError";
  constructor(
    readonly reason: string,
    readonly fix: string,
  ) {
    super(reason);
  }
}

/** Input of each way to get the engine. */
export interface Making {
  /** The folder to put `bin/pulumi` in. */
  target: string;
  /** The wanted version, for example `3.250.0`. */
  version: string;
  /** Address of Pulumi's installer script. */
  installer: URL;
  /** The folder of the Go module that pins the engine. */
  module: string;
  /** Receives a line for each step that takes time. */
  progress: (line: string) => void;
}
