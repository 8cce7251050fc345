const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** npm and our starter forward a terminal's signals as well: one Ctrl-C can arrive three times. */
const graceMs = 400;

let current: Interruption | undefined;
let lastSignal = 0;

/** From here on, a signal ends the process through its exit handlers, or lets the engine finish in order. */
export function watchSignals(): void {
  for (const signal of signals) {
    process.on(signal, () => {
      const now = Date.now();
      if (now - lastSignal < graceMs) return;
      lastSignal = now;
      if (current) current.request();
      else process.exit(130);
    });
  }
}

/** What a shell says of a program that was ended because nobody read on: 128 and the number of SIGPIPE. */
const brokenPipe = 141;
let outputClosed = false;

/** Whether the reader of the output has closed it (`| head`). */
export const isOutputClosed = (): boolean => outputClosed;

/**
 * The reader of the output may close it: the command goes on to its end without output, so that a verdict remains one. One
 * that would end with 0 ends as any program does then; not under npm, which would print that as a failure.
 */
export function watchOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
      if (outputClosed) return;
      outputClosed = true;
      process.once("exit", (code) => {
        if (code === 0 && !process.env.npm_lifecycle_event) process.exitCode = brokenPipe;
      });
    });
  }
}

/** Runs the engine so that a signal ends it in order. */
export async function interruptible<T>(
  print: (line: string) => void,
  run: (interruption: Interruption) => Promise<T>,
): Promise<T> {
  current = new Interruption(print);
  try {
    return await run(current);
  } finally {
    current = undefined;
  }
}

/**
 * One run of the engine that a signal may end in order. A terminal's Ctrl-C reaches the engine as well, a signal to this
 * process alone does not, and a second signal makes the engine drop everything: so it is signalled only if it does not
 * say by itself that it was.
 */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #stopped = Promise.withResolvers<undefined>();
  #engineKnows = false;
  requested = false;

  constructor(private readonly print: (line: string) => void) {}

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Ends when a signal has come; never without one. */
  get stopped(): Promise<undefined> {
    return this.#stopped.promise;
  }

  /** Reads the engine's output to learn whether the signal reached it. */
  heard(text: string): void {
    if (text.includes("received; cancelling")) this.#engineKnows = true;
  }

  request(): void {
    if (this.requested) process.exit(130);
    this.requested = true;
    this.#stopped.resolve(undefined);
    this.print("stopping after the operations in progress (Ctrl-C again to stop at once)");
    setTimeout(() => {
      if (!this.#engineKnows) this.#controller.abort();
    }, graceMs).unref();
  }
}
