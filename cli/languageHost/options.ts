import { type ProgramInfo } from "@pulumi/pulumi/proto/language_pb";

const packageManagers = ["auto", "npm", "yarn", "pnpm", "bun"] as const;
export type PackageManager = Exclude<(typeof packageManagers)[number], "auto">;

/** The options under `runtime` in Pulumi.yaml, as the official language host of Node takes them. */
export interface RuntimeOptions {
  /** Whether ts-node loads the program. Default: true. */
  typescript: boolean;
  /** File that stands in for tsconfig.json. */
  tsconfig: string | undefined;
  /** Arguments of Node itself, as a shell would take them. */
  nodeargs: string[];
  /** Default: the one whose lock file is there. */
  packagemanager: (typeof packageManagers)[number];
}

/** @throws Error that names the option, its value and what is allowed. */
export function runtimeOptions(info: ProgramInfo): RuntimeOptions {
  const given = (info.getOptions()?.toJavaScript() ?? {}) as Record<string, unknown>;
  const option = <T>(name: string, allowed: string, is: (value: unknown) => value is T, fallback: T): T => {
    const value = given[name];
    if (value === undefined) return fallback;
    if (is(value)) return value;
    throw new Error(`Pulumi.yaml: runtime option ${name} is ${JSON.stringify(value)}; allowed: ${allowed}.`);
  };
  const isText = (value: unknown): value is string => typeof value === "string";
  return {
    typescript: option("typescript", "true or false", (value) => typeof value === "boolean", true),
    tsconfig: option("tsconfig", "the path of a file", isText, "") || undefined,
    nodeargs: words(option("nodeargs", "a text", isText, "")),
    packagemanager: option(
      "packagemanager",
      packageManagers.join(", "),
      (value): value is RuntimeOptions["packagemanager"] => packageManagers.some((each) => each === value),
      "auto",
    ),
  };
}

/** The options in the form of the program's process. */
export function compilerEnvironment({ typescript, tsconfig }: RuntimeOptions): Record<string, string> {
  return {
    ...(typescript && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
    ...(tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
  };
}

/** The words of a command line; quotes, single or double, hold blanks together. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replaceAll(/["']/g, ""));
}
