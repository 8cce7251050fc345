import { type RunRequest, type RunResponse } from "@pulumi/pulumi/proto/language_pb";

/** The environment of the host. */
export interface HostOptions {
  /** Address of the engine. */
  engine: string;
  /** Where the engine wants traces. */
  tracing: string | undefined;
  /** Ends all processes that the host has started. */
  ended: AbortSignal;
  /** Runs a program. Default: as its request says, with the host's own output and error output. */
  run?: (request: RunRequest) => Promise<RunResponse>;
}

/** How a program is run. */
export interface ProgramOptions extends Pick<HostOptions, "engine" | "tracing" | "ended"> {
  /** Receives the output. Default: the host's own output and error output. */
  output?: NodeJS.WritableStream;
  /** Flags of Node that the program gets besides. */
  nodeArgs?: string[];
  /** Variables that the program gets besides. */
  environment?: Record<string, string>;
}
