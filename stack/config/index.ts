import * as pulumi from "@pulumi/pulumi";
import { Architecture } from "../../components";
import { type Settings } from "./keys";
import { readSettings } from "./read";
import { change, type ConfigSource, foreignProblems, splitKey } from "./source";

/** The configuration is wrong. The message lists every problem with its key, its value and what is allowed. */
export class ConfigError extends pulumi.RunError {
  override readonly name = "ConfigError";
}

/** Reads all of the stack's configuration at once; throws a ConfigError that lists every problem. */
export function readConfig(): Settings {
  const project = pulumi.getProject();
  const all = Object.entries(pulumi.runtime.allConfig()).map(([key, value]) => [key, parse(key, value)] as const);
  return parseConfig(Object.fromEntries(all), { project, stack: pulumi.getStack() });
}

/** Checks a stack's configuration by full key, such as `headroom:thumbnailer`; throws as {@link readConfig} does. */
export function parseConfig(all: Record<string, unknown>, source: ConfigSource): Settings {
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(all)) {
    const { namespace, name } = splitKey(key);
    if (namespace === source.project) given[name] = value;
  }
  const problems = foreignProblems(all, source);
  if (given.architecture === "host" && source.stack !== "local") {
    const path = `${source.project}:architecture`;
    problems.push(
      `${path} is "host", which only the stack local can use, since it runs on this machine; ` +
        `other stacks need arm64 or x86_64. Fix: ${change(path, source, Architecture.Arm64)}`,
    );
  }
  const { settings, problems: own } = readSettings(given, source, all["aws:region"]);
  problems.push(...own);
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return settings;
}

/** The engine passes every value as text; settings of type text are used unparsed. */
function parse(key: string, value: string): unknown {
  if (/:(architecture|alarmEmail|region)$/.test(key)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
