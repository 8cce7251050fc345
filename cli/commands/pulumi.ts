import { spawn } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";
import { hasLanguageHost, writeLanguageHost } from "../languageHost/installed";
import { ensureEngine } from "../../local/engine";
import { localFolder } from "../../local/project";
import { compileLanguageHost } from "../run/compiled";

/**
 * Runs the Pulumi CLI of the other commands unchanged, with the user's backend and credentials. A CLI without a Node
 * language host, such as one built here, gets ours, which never shadows a real one.
 */
export async function pulumi(args: string[]): Promise<void> {
  const { command } = await ensureEngine({ progress: (line) => console.error(line) });
  const environment = { ...process.env };
  if (!hasLanguageHost(command.command)) {
    const folder = path.join(localFolder, "bin");
    writeLanguageHost(folder, await compileLanguageHost());
    environment.PATH = folder + path.delimiter + (environment.PATH ?? "");
  }
  const child = spawn(command.command, args, { env: environment, stdio: "inherit" });
  // A terminal's Ctrl-C reaches the CLI directly, which decides what to do.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
