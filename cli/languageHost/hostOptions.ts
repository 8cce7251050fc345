import { type RunRequest } from "@pulumi/pulumi/proto/language_pb";

/** Who the host works for. */
export interface HostOptions {
  /** Address of the engine. */
  engine: string;
  /** Where the engine wants traces. */
  tracing: string | undefined;
  /** Ends what the host has started. */
  ended: AbortSignal;
  /** Gets what programs print. Default: the host's own output and error output. */
  output?: NodeJS.WritableStream;
  /** Flags of Node that programs get besides. */
  nodeArgs?: string[];
  /** Variables that programs get besides. */
  environment?: Record<string, string>;
  /** Changes what is run, and where; gives the engine's address back, where it comes with the request. */
  prepare?: (request: RunRequest) => Promise<string>;
}
