import { isRecord } from "../../local/provider/frame/values";
import { type ConfigKey, type ConfigKind } from "./configKeys";

/** The configuration in Pulumi.yaml, which holds for every stack. */
export interface ProjectConfig {
  /** Values by full key. */
  values: Record<string, unknown>;
  /** What the project's own keys are declared as. */
  keys: ReadonlyMap<string, ConfigKey>;
}

const kinds: Record<string, ConfigKind> = {
  string: "text",
  integer: "number",
  number: "number",
  boolean: "boolean",
  array: "list",
  object: "object",
};

/** Reads `config` of Pulumi.yaml, and `configuration`, its name in older programs of YAML. */
export function readProjectConfig(name: string, config: unknown): ProjectConfig {
  const values: ProjectConfig["values"] = {};
  const keys = new Map<string, ConfigKey>();
  for (const [key, entry] of Object.entries(isRecord(config) ? config : {})) {
    const full = key.includes(":") ? key : `${name}:${key}`;
    const declaration = isRecord(entry) ? entry : { default: entry };
    const value = declaration.value ?? declaration.default;
    if (value !== undefined && value !== null) values[full] = value;
    else if (full.startsWith(`${name}:`))
      keys.set(full.slice(name.length + 1), { kind: kinds[String(declaration.type)] ?? "text", required: true });
  }
  return { values, keys };
}
