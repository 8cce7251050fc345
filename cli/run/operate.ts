import { type EngineEvent } from "@pulumi/pulumi/automation";
import { FailureError, InterruptedError } from "../terminal/errors";
import { interruptible, type Interruption } from "../terminal/interruption";
import { type Entry, Record } from "./record";
import { type TypeCheck } from "./typeCheck";

/** What every operation of the Automation API takes. */
export interface OperationOptions {
  onEvent: (event: EngineEvent) => void;
  onError: (text: string) => void;
  signal: AbortSignal;
  color: "never";
}

/** The parts of a program that a run needs. */
interface Watched {
  /** The error that ended it, if it is one that the user can mend. */
  readonly failure: Error | undefined;
  /** What it printed last, if it is a process of its own. */
  lastWords?(): string;
  watched<T>(operation: () => Promise<T>): Promise<T>;
}

/** A run of the engine, with the error that ended it, if one did. */
export interface Outcome {
  record: Record;
  /** The program's own error where its message is the user's; a {@link FailureError} without one when all errors are printed. */
  error?: Error;
}

/** The outputs of a run, and what is known of its program. */
interface Output {
  line: (entry: Entry) => string | undefined;
  print: (line: string) => void;
  /** The concurrent type check: its findings may explain why the run failed. */
  types?: TypeCheck | undefined;
}

/** Runs one operation of the engine, and prints a line for each event. */
export async function operate(
  program: Watched,
  run: (options: OperationOptions) => Promise<unknown>,
  { types, line: formatEntry, print }: Output,
): Promise<Outcome> {
  const held: Entry[] = [];
  const printEntry = (entry: Entry): void => {
    // The engine repeats what the program threw, with its stack: the error itself is printed once, at the end.
    if (program.failure && entry.kind === "diagnostic") return;
    const line = formatEntry(entry);
    if (line !== undefined) print(line);
  };
  const record = new Record((entry) => {
    if (types && entry.kind === "diagnostic" && entry.diagnostic.severity === "error") held.push(entry);
    else printEntry(entry);
  });
  return interruptible(print, async (interruption) => {
    const outcome = await observe(program, run, { record, interruption });
    if (!types || outcome.error instanceof InterruptedError) return outcome;
    const wrong = await Promise.race([types.error(), interruption.stopped]);
    if (interruption.requested) return { record, error: new InterruptedError("interrupted.") };
    if (wrong) return { record, error: wrong };
    held.forEach(printEntry);
    return outcome;
  });
}

async function observe(
  program: Watched,
  run: (options: OperationOptions) => Promise<unknown>,
  { record, interruption }: { record: Record; interruption: Interruption },
): Promise<Outcome> {
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
    const reported = record.diagnostics.some(({ severity }) => severity === "error");
    const violated = record.violations.some(({ enforcement }) => enforcement === "mandatory");
    const reason = program.lastWords?.() || stderr.trim() || (error as Error).message;
    return { record, error: new FailureError(reported || violated ? "" : reason) };
  }
}
