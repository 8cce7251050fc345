import { fork } from "node:child_process";
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { workerCommand } from "./workerCommand";
import { StateAnalyzer, type PackConfig, type StateVerdict } from "./analyze";

/** Fewer are analysed faster in one process. */
const worthAProcess = 8;

/** Looks at the states in parallel, in the order of the files. */
export async function analyzeStates(
  files: readonly string[],
  config: PackConfig,
  onDone: (done: number) => void,
): Promise<StateVerdict[]> {
  const verdicts = new Map<string, StateVerdict>();
  const take = (verdict: StateVerdict): void => {
    verdicts.set(verdict.file, verdict);
    onDone(verdicts.size);
  };
  const workers = Math.min(availableParallelism(), Math.floor(files.length / worthAProcess));
  if (workers < 2) {
    const analyzer = new StateAnalyzer(config);
    for (const file of files) take(await analyzer.analyze(file));
  } else {
    const queue = [...files];
    const flags = memoryFlags(files);
    await Promise.all(Array.from({ length: workers }, () => runWorker(config, queue, flags, take)));
  }
  return files.flatMap((file) => verdicts.get(file) ?? []);
}

/** Megabytes that the rules take, and that a megabyte of a state takes while it is looked at, with room to spare. */
const memoryMb = { rules: 160, perMegabyte: 40 };

/** By default, Node collects garbage only when a quarter of the machine's memory is full. */
function memoryFlags(files: readonly string[]): string[] {
  const largest = Math.max(...files.map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0));
  const oldSpace = memoryMb.rules + Math.ceil((memoryMb.perMegabyte * largest) / 1_000_000);
  return [`--max-old-space-size=${oldSpace}`, "--max-semi-space-size=4"];
}

/** One process that is given a file after the other. */
function runWorker(
  config: PackConfig,
  queue: string[],
  flags: readonly string[],
  take: (verdict: StateVerdict) => void,
): Promise<void> {
  const execArgv = [...process.execArgv, ...flags];
  const child = fork(process.argv[1] ?? "", [workerCommand], { serialization: "advanced", execArgv });
  const end = (): void => void child.kill();
  process.once("exit", end);
  const next = (): void => {
    const file = queue.shift();
    if (file === undefined) child.disconnect();
    else child.send({ file });
  };
  return new Promise((resolve, reject) => {
    child.on("message", (message: { ready?: true; verdict?: StateVerdict }) => {
      if (message.ready) child.send({ config });
      if (message.verdict) take(message.verdict);
      next();
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("exit", end);
      if (code === 0) resolve();
      else reject(new Error(`a process that analysed states ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** What such a process does. */
export function workOnStates(): void {
  let analyzer: StateAnalyzer | undefined;
  process.on("message", ({ config, file }: { config?: PackConfig; file?: string }) => {
    if (config) analyzer = new StateAnalyzer(config);
    if (file !== undefined) void analyzer?.analyze(file).then((verdict) => process.send?.({ verdict }));
  });
  process.once("disconnect", () => process.exit(0));
  process.send?.({ ready: true });
}
