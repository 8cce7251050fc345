import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { isMap, parse, parseDocument } from "yaml";
import { projectRoot } from "../../local/project";
import { type UserProgram } from "../project/userProgram";
import { UsageError } from "../terminal/errors";
import { readText } from "../project/textFile";

/** The stack that runs on the emulator; every other one is AWS. */
export const localStack = "local";

/** Whether a stack is deployed to the emulator: any stack of a user's own program is. */
export const runsOnEmulator = ({ stack, program }: Pick<Settings, "stack" | "program">): boolean =>
  program !== undefined || stack === localStack;

/** A project's and a stack's settings files, ready to be written where the engine may change them. */
export interface Settings {
  project: string;
  stack: string;
  /** Full keys that --config set, with dots, such as `headroom:thumbnailer.widths`. */
  overrides: string[];
  /** Content of Pulumi.yaml. */
  projectFile: string;
  /** Content of Pulumi.<stack>.yaml, with the overrides in it. */
  stackFile: string;
  /** The stack's configuration by full key, such as `aws:region`. */
  config: Record<string, unknown>;
  /** The stack's Region, from `aws:region`. */
  region: string;
  /** The user's own program; undefined for the program of this checkout. */
  program?: UserProgram;
}

/**
 * Reads Pulumi.yaml and Pulumi.<stack>.yaml, and sets `overrides` in the latter.
 * @param overrides `key=value` each; a key without a namespace is the project's; dots lead into objects; the value is YAML.
 * @throws {@link UsageError} for a stack without a file, and for an override that is not `key=value`.
 */
export function readSettings(stack: string, overrides: string[] = [], root = projectRoot): Settings {
  const file = path.join(root, `Pulumi.${stack}.yaml`);
  if (!existsSync(file)) {
    const stacks = stackNames(root);
    throw new UsageError(`there is no stack "${stack}": no file Pulumi.${stack}.yaml. Stacks: ${stacks.join(", ")}.`);
  }
  const project = parseDocument(readText(path.join(root, "Pulumi.yaml")));
  const name = project.get("name") as string;
  project.delete("main"); // the program is in this process, not where the copy is

  const document = parseDocument(readText(file));
  const syntax = document.errors[0];
  if (syntax) throw new UsageError(`Pulumi.${stack}.yaml: ${syntax.message}`);
  const set = overrides.map((override) => parseOverride(override, name));
  for (const { keys, value } of set) {
    if (!isMap(document.get("config"))) document.set("config", {});
    document.setIn(["config", ...keys], value);
  }
  const { config = {} } = (document.toJS() ?? {}) as { config?: Record<string, unknown> };
  const region = config["aws:region"];
  if (typeof region !== "string") {
    throw new UsageError(
      `Pulumi.${stack}.yaml sets no aws:region. Fix: add "aws:region: eu-west-1" (or yours) to its config.`,
    );
  }
  return {
    project: name,
    stack,
    overrides: set.map(({ keys }) => keys.join(".")),
    projectFile: project.toString(),
    stackFile: document.toString(),
    config,
    region,
  };
}

/** The stacks that have a file, sorted. */
export function stackNames(root = projectRoot): string[] {
  return readdirSync(root)
    .map((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .sort();
}

export function parseOverride(override: string, project: string): { keys: string[]; value: unknown } {
  const [, namespace = project, name, text] = /^(?:([\w-]+):)?([\w-]+(?:\.[\w-]+)*)=(.*)$/s.exec(override) ?? [];
  if (!name || text === undefined) {
    throw new UsageError(`--config ${override}: not key=value, such as --config thumbnailer.timeoutSeconds=60.`);
  }
  const [first, ...rest] = name.split(".");
  return { keys: [`${namespace}:${first}`, ...rest], value: parse(text) as unknown };
}
