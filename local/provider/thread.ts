import { parentPort, workerData } from "node:worker_threads";
import { type ProviderMode, serveProvider } from "./serve";

/** Sends the engine's environment first, then the report for each message that comes. */
async function main(): Promise<void> {
  const provider = await serveProvider(workerData as ProviderMode);
  parentPort!.on("message", () => void provider.report().then((report) => parentPort!.postMessage(report)));
  parentPort!.postMessage(provider.environment);
}

void main();
