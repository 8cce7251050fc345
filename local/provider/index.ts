import { Aws } from "./frame/aws";
import { serveAwsx } from "./awsx/server";
import { Declared } from "./frame/declared";
import { serve } from "./protocol/server";
import { registerUnknown } from "./frame/unknownReference";

export type ProviderOptions = { mode: "emulator"; endpoint: string } | { mode: "preview" };

export interface RunningProvider {
  /** For the engine's environment: how it reaches the provider instead of looking for a plugin. */
  environment: Record<string, string>;
  /** What the program declared and the emulator does not run: one line for each, sorted. */
  declaredOnly(): string[];
  close(): Promise<void>;
}

/**
 * Serves the packages `aws` and `awsx` to the Pulumi engine from this process. In mode `emulator` it makes real resources in the
 * emulator at `endpoint`. In mode `preview` it reaches nothing and needs no credentials: it checks and compares, and what
 * AWS computes is unknown. Programs must run in this process (inline) for the account id to be unknown in a preview.
 */
export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const declared = new Declared();
  const regions = new Map<string, Aws>();
  const inRegion = (endpoint: string, region: string): Aws => {
    const aws = regions.get(region) ?? new Aws(endpoint, region);
    regions.set(region, aws);
    return aws;
  };
  registerUnknown();
  const awsx = await serveAwsx();
  const server = await serve({
    aws: (region) => (options.mode === "emulator" ? inRegion(options.endpoint, region) : undefined),
    declared,
  });
  return {
    environment: {
      PULUMI_DEBUG_PROVIDERS: `aws:${server.port},awsx:${awsx.port}`,
      // Else the engine downloads the official plugin for every stack that has a state, and then does not use it.
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    },
    declaredOnly: () => declared.list(),
    close: () => {
      server.close();
      awsx.close();
      return Promise.resolve();
    },
  };
}
