/**
 * The language host of Node for a Pulumi CLI that has none: an engine runs it as `pulumi-language-nodejs`, with its address
 * as the last argument, and reads the port that it serves on as the first line.
 */
import { parseArgs } from "node:util";
import { whenGone } from "./engine";
import { serveLanguageRuntime } from "./service";

async function main(): Promise<void> {
  // The engine passes on how it logs as well (--logtostderr, -v=9), which is its own affair.
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: { tracing: { type: "string" } },
  });
  const engine = positionals.at(-1) ?? "";
  const ending = new AbortController();
  const tracing = typeof values.tracing === "string" ? values.tracing : undefined;
  const { port, close } = await serveLanguageRuntime({ engine, tracing, ended: ending.signal });
  const end = (): void => {
    ending.abort();
    close();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, end);
  if (engine) whenGone(engine, end);
  console.log(String(port));
}

void main();
