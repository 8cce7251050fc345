import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { defaultsKey } from "../../local/provider/frame/check";
import { hiddenText, type Properties } from "../../local/provider/frame/values";
import { readText } from "../project/textFile";
import { UsageError } from "../terminal/errors";
import { type StateResource } from "./checkpoint";

/** A resource of an exported state. */
export interface ExportedResource extends StateResource {
  delete?: boolean;
  /** URN and id of the provider, with `::` between them. */
  provider?: string;
}

/** The resources of a file that `pulumi stack export` wrote, or of a backend's own file. */
export function readExportedResources(file: string): ExportedResource[] {
  const resources = resourcesIn(JSON.parse(readText(file)));
  if (!resources) throw new Error("it is not an exported state: it has no deployment.resources");
  return resources;
}

/** Undefined for JSON that is no state. */
export function resourcesIn(content: unknown): ExportedResource[] | undefined {
  const { deployment, checkpoint } = (content ?? {}) as {
    deployment?: { resources?: ExportedResource[] } | null;
    checkpoint?: { latest?: { resources?: ExportedResource[] } };
  };
  const resources = deployment?.resources ?? checkpoint?.latest?.resources;
  return Array.isArray(resources) || deployment || checkpoint ? (resources ?? []) : undefined;
}

/** What the engine needs to plan from a state that another backend exported. */
export interface EarlierState {
  resources: readonly ExportedResource[];
  /** The packages of its providers. */
  packages: readonly string[];
}

/**
 * Prepares an exported state for an engine of this machine: what only the project's own key can read is hidden, and the lists
 * of defaults that Pulumi's plugin keeps inside arguments are gone, with what they name.
 * @throws {@link UsageError} for the state of another stack.
 */
export function earlierState(
  exported: readonly ExportedResource[],
  of: { file: string; project: string; stack: string },
): EarlierState {
  const resources = exported.filter((each) => !each.delete);
  const [, stack, project] = /^urn:pulumi:(.+?)::(.+?)::/.exec(resources[0]?.urn ?? "") ?? [];
  if (stack !== undefined && (stack !== of.stack || project !== of.project))
    throw new UsageError(
      `--base ${of.file} is the state of ${project}/${stack}, and this is ${of.project}/${of.stack}. Fix: export the state of the same stack: pulumi stack export --stack ${of.stack}.`,
    );
  const packages = resources.flatMap(({ type }) => /^pulumi:providers:(.+)$/.exec(type)?.[1] ?? []);
  return {
    resources: resources.map(({ inputs, outputs, ...rest }) => ({
      ...rest,
      ...(inputs && { inputs: withoutDefaults(readable(inputs), true) as Properties }),
      ...(outputs && { outputs: readable(outputs) as Properties }),
    })),
    packages: [...new Set(packages)].filter((name) => name !== "pulumi"), // the engine's own, of references to stacks
  };
}

/** A secret stays one, of a text that says so. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== "object" || value === null) return value;
  const record = value as Record<string, unknown>;
  if (record[specialSigKey] === specialSecretSig)
    return { [specialSigKey]: specialSecretSig, plaintext: JSON.stringify(hiddenText) };
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, readable(item)]));
}

/** @param top Whether it is all the arguments: their list stays, by which a name that was made up is known. */
function withoutDefaults(value: unknown, top = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutDefaults(item));
  if (typeof value !== "object" || value === null) return value;
  const record = value as Properties;
  // How the engine finds the plugin of a provider that is made from another one: here one server has them all.
  const filled = top
    ? ["__internal"]
    : Array.isArray(record[defaultsKey])
      ? [defaultsKey, ...(record[defaultsKey] as string[])]
      : [];
  const kept = Object.entries(record).filter(([key]) => !filled.includes(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutDefaults(item)]));
}
