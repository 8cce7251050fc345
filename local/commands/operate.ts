import { type EngineEvent } from "@pulumi/pulumi/automation";
import { FailureError, InterruptedError } from "./errors";
import { interruptible } from "./interruption";
import { type Program } from "./program";
import { type Entry, Record } from "./record";

/** What every operation of the Automation API takes. */
export interface OperationOptions {
  onEvent: (event: EngineEvent) => void;
  onError: (text: string) => void;
  signal: AbortSignal;
  color: "never";
}

/** A run of the engine, with the error that ended it, if one did. */
export interface Outcome {
  record: Record;
  /** The program's own error where its message is the user's; a {@link FailureError} without one when all has been told. */
  error?: Error;
}

/** Runs one operation of the engine, telling a line for each event. */
export async function operate(
  program: Program,
  run: (options: OperationOptions) => Promise<unknown>,
  { line: lineOf, print }: { line: (entry: Entry) => string | undefined; print: (line: string) => void },
): Promise<Outcome> {
  const record = new Record((entry) => {
    // The engine repeats what the program threw, with its stack: the error itself is told once, at the end.
    if (program.failure && entry.kind === "diagnostic") return;
    const line = lineOf(entry);
    if (line !== undefined) print(line);
  });
  return interruptible(print, async (interruption) => {
    let stderr = "";
    const onEvent = (event: EngineEvent): void => {
      if (event.stdoutEvent) interruption.heard(event.stdoutEvent.message);
      record.observe(event);
    };
    const onError = (text: string): void => {
      stderr += text;
    };
    try {
      await program.watched(() => run({ onEvent, onError, signal: interruption.signal, color: "never" }));
      return { record };
    } catch (error) {
      // First: a Ctrl-C ends what the program uses as well, such as the bundler.
      if (interruption.requested) return { record, error: new InterruptedError("interrupted.") };
      if (program.failure) return { record, error: program.failure };
      const told = record.diagnostics.some(({ severity }) => severity === "error");
      const violated = record.violations.some(({ enforcement }) => enforcement === "mandatory");
      return { record, error: new FailureError(told || violated ? "" : stderr.trim() || (error as Error).message) };
    }
  });
}
