import { spawn } from "node:child_process";
import { AttemptError } from "./attempt";

const tickSeconds = 10;

/** Options of {@link run}. */
export interface RunOptions {
  /** The name of the step for the user, shown with the time it has taken. */
  step: string;
  progress: (line: string) => void;
  /** Seconds after which the program is stopped: in total, and without a line of output. */
  limits: { total?: number; silent?: number };
  /** What the user can do if it fails. */
  fix: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Describes the progress from the output so far. */
  detail?: (lines: string[]) => string;
}

/** Runs a long-running program and returns its output. @throws {@link AttemptError} with its last lines. */
export function run(command: string, args: string[], options: RunOptions): Promise<string> {
  const { step, progress, limits, fix, cwd, env = process.env, detail } = options;
  const started = Date.now();
  let output = "";
  let lastOutput = started;
  let ended: string | undefined;

  const report = (): void => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const done = detail?.(output.split("\n"));
    progress(`${step}: ${seconds} s${done ? `, ${done}` : ""}`);
  };
  progress(step);

  return new Promise((resolve, reject) => {
    // A process group of its own, so that its children end with it.
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const end = (why: string): void => {
      ended = why;
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    };
    const onExit = (): void => end("it was interrupted");
    process.once("exit", onExit);
    const ticker = setInterval(report, tickSeconds * 1000);
    const watch = setInterval(() => {
      const now = Date.now();
      if (limits.total && now - started > limits.total * 1000) end(`it did not end within ${limits.total} s`);
      else if (limits.silent && now - lastOutput > limits.silent * 1000)
        end(`it made no progress for ${limits.silent} s`);
    }, 200);
    const stop = (): void => {
      clearInterval(ticker);
      clearInterval(watch);
      process.off("exit", onExit);
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        lastOutput = Date.now();
      });
    }
    child.on("error", (error: NodeJS.ErrnoException) => {
      stop();
      reject(new AttemptError(error.code === "ENOENT" ? `${command} is not installed` : error.message, fix));
    });
    child.on("close", (code) => {
      stop();
      if (code === 0) return resolve(output);
      const tail = output.trim().split("\n").slice(-5).join("\n      ");
      reject(new AttemptError(`${step}: ${ended ?? `exit code ${code}`}${tail && `\n      ${tail}`}`, fix));
    });
  });
}
