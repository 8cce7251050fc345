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

/** The name under which a CLI looks for the host of a language. */
export const hostExecutable = (language: string): string => `pulumi-language-${language}`;

/**
 * The language host that a CLI has: on PATH, next to the CLI, or the newest among the plugins of the user's Pulumi folder,
 * which is where the CLI looks, and in this order.
 * @param cli The CLI: a path, or a name on PATH.
 */
export function findLanguageHost(
  language: string,
  cli: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const executable = hostExecutable(language);
  const onPath = (program: string) => which.sync(program, { nothrow: true, path: environment.PATH ?? "" });
  const found = onPath(cli);
  const plugins = path.join(environment.PULUMI_HOME || path.join(homedir(), ".pulumi"), "plugins");
  const versions = (existsSync(plugins) ? readdirSync(plugins) : [])
    .filter((name) => name.startsWith(`language-${language}-v`))
    .sort((one, other) => other.localeCompare(one, "en", { numeric: true }));
  const places = [
    onPath(executable),
    found && path.join(path.dirname(realpathSync(found)), executable),
    ...versions.map((version) => path.join(plugins, version, executable)),
  ];
  return places.filter((place) => place !== null).find(isExecutable);
}

/** Whether a CLI has the language host of Node. */
export const hasLanguageHost = (cli: string, environment?: NodeJS.ProcessEnv): boolean =>
  findLanguageHost("nodejs", cli, environment) !== undefined;

/**
 * Writes an executable under the name that a CLI looks for, to be put on PATH where {@link hasLanguageHost} is false.
 * @param host The compiled language host.
 */
export function writeLanguageHost(folder: string, host: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, hostExecutable("nodejs"));
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
