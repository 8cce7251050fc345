import { type RunRequest } from "@pulumi/pulumi/proto/language_pb";

/** The environment of the host. */
export interface HostOptions {
  /** Address of the engine. */
  engine: string;
  /** Where the engine wants traces. */
  tracing: string | undefined;
  /** Ends all processes that the host has started. */
  ended: AbortSignal;
  /** Receives the output of programs. Default: the host's own output and error output. */
  output?: NodeJS.WritableStream;
  /** Flags of Node that programs get besides. */
  nodeArgs?: string[];
  /** Variables that programs get besides. */
  environment?: Record<string, string>;
  /** Changes what is run, and where; returns the engine's address if the request has it. */
  prepare?: (request: RunRequest) => Promise<string>;
}
