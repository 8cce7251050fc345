import { version } from "@pulumi/aws/package.json";
import { Aws } from "./frame/aws";
import { Declared } from "./frame/declared";
import { type DataSourceCall, Remarks } from "./frame/remarks";
import { serve, type ServerOptions } from "./protocol/server";

export type { DataSourceCall } from "./frame/remarks";

/** What the provider knows about the program. */
export interface ServedProgram {
  /** Its version of @pulumi/aws. Default: ours. */
  awsVersion?: string | undefined;
  /** Its folder. Default: that of this process. */
  folder?: string;
  /** Other packages whose resources it declares. */
  packages?: readonly string[];
  /** Region if neither the program nor the environment names one. */
  region?: string | undefined;
  /** Number of the account. Default: unknown. */
  account?: string | undefined;
  /** The user's answers for data sources. */
  answer?: ServerOptions["answer"];
  /** What it uses, where its host asks for schemas. */
  usage?: ServerOptions["usage"];
  /** Its SDK takes no unknown number or truth of a data source. */
  typed?: boolean;
  /** Pulumi's own plugin makes the resources of AWS; here are its data sources only, and the other packages. */
  besidePlugin?: boolean;
}

/**
 * Mode `emulator` creates real resources in the emulator at `endpoint`. Mode `preview` calls no service and needs no
 * credentials: it checks and compares, and values that AWS computes are unknown.
 */
export type ProviderMode = { mode: "emulator"; endpoint: string } | { mode: "preview" };

/** A `program` runs as a separate process; without one, the program is inline in this process. */
export type ProviderOptions = ProviderMode & { program?: ServedProgram };

export interface RunningProvider {
  /** Where it listens; a thread does not say. */
  port?: number;
  /** Environment variables that make the engine use this provider instead of a plugin. */
  environment: Record<string, string>;
  /** The remarks on the runs so far. */
  report(): Promise<ProviderReport>;
  close(): Promise<void>;
}

/** The remarks of a provider without AWS on a program. */
export interface ProviderReport {
  /** What the program declared and the emulator does not run: one line for each, sorted. */
  declaredOnly: string[];
  /** What could only be accepted unchecked: one line for each kind, sorted. */
  remarks: string[];
  /** Calls of data sources that only AWS could answer. */
  unanswered: readonly DataSourceCall[];
}

/** Serves `aws`, `awsx` and the program's other packages to the Pulumi engine from this thread. */
export async function serveProvider(options: ProviderOptions): Promise<RunningProvider> {
  const [declared, remarks] = [new Declared(), new Remarks()];
  const regions = new Map<string, Aws>();
  const inRegion = (endpoint: string, region: string): Aws => {
    const aws = regions.get(region) ?? new Aws(endpoint, region);
    regions.set(region, aws);
    return aws;
  };
  const { program } = options;
  const { awsVersion = version, folder = process.cwd(), packages = [], besidePlugin, ...given } = program ?? {};
  const server = await serve(
    {
      aws: (region) => (options.mode === "emulator" ? inRegion(options.endpoint, region) : undefined),
      declared,
      remarks,
      standsIn: program !== undefined,
    },
    { ...given, awsVersion, folder, inline: !program },
  );
  // The last two are of parts of awsx.
  const served = new Set(["aws", "awsx", ...packages, "docker", "docker-build"]);
  if (besidePlugin) served.delete("aws");
  return {
    port: server.port,
    environment: {
      PULUMI_DEBUG_PROVIDERS: [...served].map((name) => `${name}:${server.port}`).join(","),
      // Otherwise the engine downloads the official plugin for every stack with a state, without using it.
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
