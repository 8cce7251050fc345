import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import which from "which";

const executable = "pulumi-language-nodejs";

/**
 * Whether a CLI has a language host of Node: on PATH, next to the CLI, or among the plugins of the user's Pulumi folder,
 * which is where the CLI looks, and in this order.
 * @param cli The CLI: a path, or a name on PATH.
 */
export function hasLanguageHost(cli: string, environment: NodeJS.ProcessEnv = process.env): boolean {
  const onPath = (program: string) => which.sync(program, { nothrow: true, path: environment.PATH ?? "" });
  if (onPath(executable)) return true;
  const found = onPath(cli);
  if (found && isExecutable(path.join(path.dirname(realpathSync(found)), executable))) return true;
  const plugins = path.join(environment.PULUMI_HOME || path.join(homedir(), ".pulumi"), "plugins");
  return existsSync(plugins) && readdirSync(plugins).some((name) => name.startsWith("language-nodejs-v"));
}

/**
 * Writes an executable under the name that a CLI looks for, to be put on PATH where {@link hasLanguageHost} is false.
 * @param host The compiled language host.
 */
export function writeLanguageHost(folder: string, host: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, executable);
  writeFileSync(file, `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(host)} "$@"\n`);
  chmodSync(file, 0o755);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A text as the shell takes it for one word. */
export const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
