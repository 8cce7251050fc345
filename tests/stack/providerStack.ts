import { type EngineEvent, LocalWorkspace, type OpMap, type PulumiFn, type Stack } from "@pulumi/pulumi/automation";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureEmulator, stopEmulator } from "../../local/emulator";
import { ensureEngine } from "../../local/engine";
import { freePort } from "../freePort";
import { type RunningProvider } from "../../local/provider";

export const region = "eu-central-1";

/** What a run of the engine did. */
export interface Run {
  changes: OpMap;
  outputs: { [name: string]: unknown };
  /** The detailed difference of each resource that changes, by name: path to kind. */
  diffs: { [name: string]: { [path: string]: string } };
  /** The operation on each resource, by name. */
  steps: { [name: string]: string };
  /** What the engine told as an error. */
  errors: string;
}

/** Registers resources and returns the stack's outputs. */
export type Program = () => Record<string, unknown> | void;

/** A stack of the real engine with the local provider; the program may be another one at each run. */
export class ProviderStack {
  private constructor(
    private readonly stack: Stack,
    readonly provider: RunningProvider,
    private readonly folder: string,
  ) {}

  static async open(provider: RunningProvider, environment: Record<string, string> = {}): Promise<ProviderStack> {
    const engine = await ensureEngine();
    const folder = mkdtempSync(path.join(tmpdir(), "headroom-provider-"));
    const stack = await LocalWorkspace.createOrSelectStack(
      { stackName: "test", projectName: "provider", program: () => Promise.resolve() },
      {
        workDir: folder,
        pulumiCommand: engine.command,
        envVars: {
          PULUMI_BACKEND_URL: `file://${folder}`,
          PULUMI_HOME: path.join(folder, "home"),
          PULUMI_CONFIG_PASSPHRASE: "test",
          PULUMI_SKIP_UPDATE_CHECK: "true",
          PULUMI_SKIP_CHECKPOINTS: "true", // saved at the end of a run only: half of the engine's time
          ...provider.environment,
          ...environment,
        },
      },
    );
    await stack.setConfig("aws:region", { value: region });
    return new ProviderStack(stack, provider, folder);
  }

  preview(program: Program): Promise<Run> {
    return this.run(program, (options) => this.stack.preview(options));
  }

  up(program: Program): Promise<Run> {
    return this.run(program, (options) => this.stack.up(options));
  }

  refresh(): Promise<Run> {
    return this.run(undefined, (options) => this.stack.refresh(options));
  }

  destroy(): Promise<Run> {
    return this.run(undefined, (options) => this.stack.destroy(options));
  }

  /** The state of the stack as it is on the disk, as compact JSON. */
  state(): string {
    const file = path.join(this.folder, ".pulumi", "stacks", "provider", "test.json");
    return JSON.stringify(JSON.parse(readFileSync(file, "utf8")));
  }

  async close(): Promise<void> {
    await this.provider.close();
    rmSync(this.folder, { recursive: true });
  }

  private async run(
    program: Program | undefined,
    operation: (options: { program?: PulumiFn; onEvent: (event: EngineEvent) => void }) => Promise<unknown>,
  ): Promise<Run> {
    const result: Run = { changes: {}, outputs: {}, diffs: {}, steps: {}, errors: "" };
    const readName = (urn: string) => urn.split("::").at(-1)!;
    const onEvent = (event: EngineEvent) => {
      const { metadata } = event.resourcePreEvent ?? event.resOutputsEvent ?? {};
      if (metadata?.type === "pulumi:pulumi:Stack") result.outputs = metadata.new?.outputs ?? {};
      else if (metadata) {
        const name = readName(metadata.urn);
        if (event.resourcePreEvent) result.steps[name] ??= metadata.op;
        const diff = Object.entries<{ diffKind: string }>(metadata.detailedDiff ?? {});
        if (diff.length)
          result.diffs[name] = Object.fromEntries(diff.map(([place, { diffKind }]) => [place, diffKind]));
      }
      if (event.diagnosticEvent?.severity === "error") {
        result.errors += event.diagnosticEvent.message;
      }
      if (event.summaryEvent) result.changes = event.summaryEvent.resourceChanges;
    };
    try {
      await operation({ ...(program && { program: () => Promise.resolve(program() ?? {}) }), onEvent });
    } catch (error) {
      throw new Error(result.errors || (error as Error).message, { cause: error });
    }
    return result;
  }
}

/** An emulator of the test file's own: a free port, a folder of its own, gone at the end. */
export async function startOwnEmulator(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const parent = mkdtempSync(path.join(tmpdir(), "headroom-provider-"));
  const folder = path.join(parent, "emulator");
  const { endpoint } = await ensureEmulator({ port: await freePort(), folder });
  return {
    endpoint,
    async stop() {
      await stopEmulator({ folder });
      rmSync(parent, { recursive: true });
    },
  };
}
