/** One way to get the engine that did not work, and what the user can do to make it work. */
export class AttemptError extends Error {
  override readonly name = "AttemptError";
  constructor(
    readonly reason: string,
    readonly fix: string,
  ) {
    super(reason);
  }
}

/** What a way to make the engine is given. */
export interface Making {
  /** The folder that shall hold `bin/pulumi`. */
  target: string;
  /** The wanted version, for example `3.250.0`. */
  version: string;
  /** Where Pulumi's installer script is. */
  installer: URL;
  /** The folder of the Go module that pins the engine. */
  module: string;
  /** Gets a line for each step that takes time. */
  progress: (line: string) => void;
}
