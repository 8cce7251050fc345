import { Region } from "@pulumi/aws";
import { nearest } from "../../components/core/nearest";

/** Where a stack's values were given, so that an error can say where to mend them. */
export interface ConfigSource {
  project: string;
  /** The values are in Pulumi.<stack>.yaml, except */
  stack: string;
  /** those of the command line: full keys with dots, such as `headroom:thumbnailer.widths`. */
  overrides?: readonly string[];
}

/** Namespaces next to the project's: the engine's own, and those of the provider packages that the program can use. */
const namespaces = ["pulumi", "aws", "awsx"];
const regions: readonly string[] = Object.values(Region);
const REGIONS = "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html";

/** Why there is no such AWS Region, and which was meant; undefined when there is. */
export function regionProblem(region: unknown): string | undefined {
  if (regions.includes(String(region))) return undefined;
  return `AWS has no such Region${suggestion(String(region), regions)} (${REGIONS})`;
}

/** What is wrong with keys that are not the project's: nobody would read a misspelt namespace. */
export function foreignProblems(all: Record<string, unknown>, source: ConfigSource): string[] {
  const known = [source.project, ...namespaces];
  const problems = Object.keys(all).flatMap((key) => {
    const { namespace } = splitKey(key);
    if (known.includes(namespace)) return [];
    const meant = namespace ? suggestion(namespace, known) : `; it has none, and ${source.project}: is the project's`;
    return [`${key} is not a setting: namespaces are ${known.join(", ")}${meant}. Fix: ${removal(key, source)}`];
  });
  const region = all["aws:region"];
  const problem = region === undefined ? undefined : regionProblem(region);
  if (problem)
    problems.push(
      `aws:region is ${JSON.stringify(region)}: ${problem}. Fix: ${change("aws:region", source, "eu-west-1")}`,
    );
  return problems;
}

/** A full key's namespace, and its name in that. */
export function splitKey(key: string): { namespace: string; name: string } {
  const colon = key.indexOf(":");
  return { namespace: key.slice(0, Math.max(colon, 0)), name: key.slice(colon + 1) };
}

/** What to write instead, and where. @param path full key with dots @param example a value that the key may have */
export function change(path: string, source: ConfigSource, example: unknown): string {
  const override = findOverride(path, source);
  if (!override) {
    return `in Pulumi.${source.stack}.yaml, under config, write for example ${yamlLine(path, yamlValue(example))}`;
  }
  // The argument may have given a whole that the key is a part of.
  const inner = path.slice(path.indexOf(override.split(":").at(-1) ?? "") + (override.split(":").at(-1) ?? "").length);
  const names = inner.split(".").filter((name) => name !== "");
  const value = names.reduceRight((value, name) => `{ ${name}: ${value} }`, yamlValue(example));
  const argument = `${override}=${value}`;
  return `give another, for example --config ${/^[\w.:=/@,-]+$/.test(argument) ? argument : `'${argument}'`}`;
}

/** A value in one line of YAML. */
function yamlValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlValue).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([name, each]) => `${name}: ${yamlValue(each)}`);
    return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
  }
  return typeof value === "string" && !/^[A-Za-z./][\w./@ -]*$/.test(value) ? JSON.stringify(value) : String(value);
}

/** What to take away or to spell right, and where. @param path full key with dots */
export function removal(path: string, source: ConfigSource): string {
  const override = findOverride(path, source);
  const place = override ? `--config ${override}=…` : `${yamlLine(path, "…")} in Pulumi.${source.stack}.yaml`;
  return `remove ${place}, or correct its spelling (see Pulumi.yaml)`;
}

/** The argument that gave the value, as the user wrote its key. */
function findOverride(path: string, { project, overrides = [] }: ConfigSource): string | undefined {
  const isPart = (inner: string, outer: string) => `${inner}.`.startsWith(`${outer}.`);
  const override = overrides.findLast((given) => isPart(path, given) || isPart(given, path));
  return override?.startsWith(`${project}:`) ? override.slice(project.length + 1) : override;
}

/** `headroom:thumbnailer: { widths: VALUE }`. */
function yamlLine(path: string, value: string): string {
  const [key = "", ...names] = path.split(".");
  return `${key}: ${names.reduceRight((inner, name) => `{ ${name}: ${inner} }`, value)}`;
}

/** The name that was meant, if one is near. */
export function suggestion(given: string, known: readonly string[]): string {
  const meant = nearest(given, known);
  return meant === undefined ? "" : ` (did you mean ${meant}?)`;
}
