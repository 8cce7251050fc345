import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { registerUnknown } from "./frame/registerUnknown";
import {
  type ProviderMode,
  type ProviderOptions,
  type ProviderReport,
  type RunningProvider,
  serveProvider,
} from "./serve";

export type { DataSourceCall } from "./frame/remarks";
export type { ProviderMode, ProviderOptions, RunningProvider, ServedProgram } from "./serve";

/** Serves the embedded provider from this thread. */
export function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  if (!options.program) registerUnknown();
  return serveProvider(options);
}

/**
 * Serves the embedded provider to an inline program from a thread of its own. The program may keep this one busy for longer
 * than the engine waits for a provider to answer, such as with the build of a function by its compiler.
 * @param compiled Path of `thread.ts`, compiled.
 */
export async function startProviderThread(compiled: string, options: ProviderMode): Promise<RunningProvider> {
  registerUnknown();
  const thread = new Worker(compiled, { workerData: options });
  const answer = async <Answer>(): Promise<Answer> => ((await once(thread, "message")) as [Answer])[0];
  const environment = await answer<RunningProvider["environment"]>();
  return {
    environment,
    report: () => {
      thread.postMessage("report");
      return answer<ProviderReport>();
    },
    close: async () => void (await thread.terminate()),
  };
}
