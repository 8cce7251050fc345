import { Region } from "@pulumi/aws";
import { nearest } from "../../components/core/nearest";

/** Where a stack's values come from, so that an error can say where to change them. */
export interface ConfigSource {
  project: string;
  /** The values are in Pulumi.<stack>.yaml, except */
  stack: string;
  /** those of the command line: full keys with dots, such as `headroom:thumbnailer.widths`. */
  overrides?: readonly string[];
}

/** Namespaces besides the project's: the engine's, and those of the providers that the program can use. */
const namespaces = ["pulumi", "aws", "awsx"];
const regions: readonly string[] = Object.values(Region);
const REGIONS = "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html";

/** Why a Region does not exist, with the nearest name; undefined when it exists. */
export function regionProblem(region: unknown): string | undefined {
  if (regions.includes(String(region))) return undefined;
  return `AWS has no such Region${suggestion(String(region), regions)} (${REGIONS})`;
}

/** Problems with keys outside the project's namespace: a misspelt namespace would be ignored silently. */
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

/** Splits a full key into namespace and name. */
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
  // The argument may have set a larger value that contains the key.
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

/** What to remove or to spell correctly, and where. @param path full key with dots */
export function removal(path: string, source: ConfigSource): string {
  const override = findOverride(path, source);
  const place = override ? `--config ${override}=…` : `${yamlLine(path, "…")} in Pulumi.${source.stack}.yaml`;
  return `remove ${place}, or correct its spelling (see Pulumi.yaml)`;
}

/** The command-line argument that set the value, with the key as the user wrote it. */
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

/** A hint at the nearest name, if one is close. */
export function suggestion(given: string, known: readonly string[]): string {
  const meant = nearest(given, known);
  return meant === undefined ? "" : ` (did you mean ${meant}?)`;
}
