import { version } from "@pulumi/aws/package.json";
import { Aws } from "./frame/aws";
import { Declared } from "./frame/declared";
import { type DataSourceCall, Remarks } from "./frame/remarks";
import { serve, type ServerOptions } from "./protocol/server";

export type { DataSourceCall } from "./frame/remarks";

/** What the provider gets to know of the program that it serves. */
export interface ServedProgram {
  /** The version of @pulumi/aws that it has. Default: ours. */
  awsVersion?: string | undefined;
  /** Its folder. Default: that of this process. */
  folder?: string;
  /** Other packages whose resources it declares. */
  packages?: readonly string[];
  /** Where neither the program nor the environment names a Region. */
  region?: string | undefined;
  /** Number of the account. Default: unknown. */
  account?: string | undefined;
  /** What data sources answer, as the user says. */
  answer?: ServerOptions["answer"];
}

/**
 * Mode `emulator` makes real resources in the emulator at `endpoint`. Mode `preview` reaches nothing and needs no credentials:
 * it checks and compares, and what AWS computes is unknown.
 */
export type ProviderMode = { mode: "emulator"; endpoint: string } | { mode: "preview" };

/** With a `program`, that is a process of its own; without one, it is inline in this one. */
export type ProviderOptions = ProviderMode & { program?: ServedProgram };

export interface RunningProvider {
  /** For the engine's environment: how it reaches the provider instead of looking for a plugin. */
  environment: Record<string, string>;
  /** What it has to say of the runs so far. */
  report(): Promise<ProviderReport>;
  close(): Promise<void>;
}

/** What a provider that reaches no AWS says of a program. */
export interface ProviderReport {
  /** What the program declared and the emulator does not run: one line for each, sorted. */
  declaredOnly: string[];
  /** What could only be taken as it was declared: one line for each kind, sorted. */
  remarks: string[];
  /** Calls of data sources that only AWS could answer. */
  unanswered: readonly DataSourceCall[];
}

/** Serves the packages `aws` and `awsx`, and those of the program, to the Pulumi engine from this thread. */
export async function serveProvider(options: ProviderOptions): Promise<RunningProvider> {
  const [declared, remarks] = [new Declared(), new Remarks()];
  const regions = new Map<string, Aws>();
  const inRegion = (endpoint: string, region: string): Aws => {
    const aws = regions.get(region) ?? new Aws(endpoint, region);
    regions.set(region, aws);
    return aws;
  };
  const { program } = options;
  const { awsVersion = version, folder = process.cwd(), packages = [], ...given } = program ?? {};
  const server = await serve(
    {
      aws: (region) => (options.mode === "emulator" ? inRegion(options.endpoint, region) : undefined),
      declared,
      remarks,
      otherVersion: major(awsVersion) !== major(version),
      standsIn: program !== undefined,
    },
    { ...given, awsVersion, folder, inline: !program },
  );
  const served = [...new Set(["aws", "awsx", ...packages])];
  return {
    environment: {
      PULUMI_DEBUG_PROVIDERS: served.map((name) => `${name}:${server.port}`).join(","),
      // Else the engine downloads the official plugin for every stack that has a state, and then does not use it.
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    },
    report: () =>
      Promise.resolve({ declaredOnly: declared.list(), remarks: remarks.list(), unanswered: remarks.unanswered }),
    close: () => {
      server.close();
      return Promise.resolve();
    },
  };
}

const major = (version: string): string => version.replace(/^v/, "").split(".")[0] ?? "";
