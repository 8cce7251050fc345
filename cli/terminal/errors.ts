import { AwsCallError } from "../../local/provider/frame/errors";

/** Wrong usage, bad config or a missing prerequisite: exit code 2. The message names what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A command did what it was asked, and the answer is no: exit code 1. Everything has been printed already if no message is given. */
export class FailureError extends Error {
  override readonly name = "FailureError";
}

/** The user stopped a command: exit code 130, as of every program that a Ctrl-C ends. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

/** Errors of other rooms that the user can fix, by name, with their exit codes. */
const expected: Record<string, number> = {
  UsageError: 2,
  DeclaredUsageError: 2,
  ListedPricesError: 2,
  ConfigError: 2,
  EngineError: 2,
  EmulatorError: 2,
  LockError: 2,
  ProcessError: 2,
  FailureError: 1,
  OfferError: 1,
  InterruptedError: 130,
  BundleError: 1,
  TypeCheckError: 1,
  CommandError: 1, // a call of the engine outside a run
  ArgumentError: 1,
};

/** The exit code of an error whose message is meant for the user; none for a defect of ours. */
export function findExitCode(error: unknown): number | undefined {
  if (error instanceof AwsCallError) return 1; // a call of the emulator outside a run
  return error instanceof Error ? expected[error.name] : undefined;
}

/** The message for the user. For an engine that was killed (by hand, or for lack of memory), without its whole output. */
export function plainMessage({ message }: Error): string {
  const [, signal] = /Command was killed with (SIG\w+)/.exec(message) ?? [];
  return signal ? `the engine was ended from outside (${signal}). Fix: run the command again.` : message;
}
