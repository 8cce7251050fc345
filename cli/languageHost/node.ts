import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

/** Exit code of the SDK's entry scripts when they have printed everything themselves. */
export const alreadyTold = 32;

/**
 * One of the SDK's own entry scripts, as the program's folder has it: program and engine then speak through one copy.
 * @throws Error that says what to install, and where.
 */
export function entryScript(name: "run" | "run-plugin" | "run-policy-pack", folder: string): string {
  try {
    return createRequire(path.join(folder, "noop.js")).resolve(`@pulumi/pulumi/cmd/${name}`);
  } catch {
    throw new Error(`the Pulumi SDK is not installed for ${folder}. Fix: run "npm install" there.`);
  }
}

/** Starts the Node that is on PATH, which is the user's choice; it ends with `ended`. */
export function startNode(
  args: string[],
  options: { folder: string; environment: NodeJS.ProcessEnv; ended: AbortSignal },
): ChildProcess {
  const { folder, environment, ended } = options;
  const child = spawn("node", args, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  // Asked first, so that it can put in order what it began.
  const stop = (): void => {
    child.kill("SIGINT");
    setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
  };
  ended.addEventListener("abort", stop, { once: true });
  child.once("close", () => ended.removeEventListener("abort", stop));
  return child;
}

/** The exit code, once all that the process wrote has been read. */
export function waitForExit(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`node cannot be run: ${error.message}`)));
    child.once("close", (code) => resolve(code ?? -1));
  });
}
