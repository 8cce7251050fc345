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
 * Serves the embedded provider to an inline program from a separate thread, since the program may block this one for
 * longer than the engine waits for a provider, for example while a compiler builds a function.
 * @param compiled Path of the compiled `thread.ts`.
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
