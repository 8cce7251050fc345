import { type Deployment, type EngineEvent, LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Program } from "../../cli/run/program";
import { readSettings } from "../../cli/run/settings";
import { ensureEngine } from "../../local/engine";
import { startProvider } from "../../local/provider";

/** The stacks whose state is kept. */
export const fixtureStacks = ["dev", "local"] as const;
export type FixtureStack = (typeof fixtureStacks)[number];

/** The languages that the machine on which the states were made could build. */
const languages = ["node", "python", "java", "go", "custom"];

/** What makes a stack the same on every machine: `local` has the machine's own processor and toolchains otherwise. */
const overrides: Record<FixtureStack, string[]> = {
  dev: [],
  local: ["architecture=x86_64", `languages.names=[${languages.join(", ")}]`],
};

/** This checkout's program as one of its stacks, on an emulator, with the state in a folder of its own. */
export class DeployedStack {
  private constructor(
    private readonly stack: Stack,
    private readonly program: Program,
    readonly close: () => Promise<void>,
  ) {}

  static async open(name: FixtureStack, endpoint: string): Promise<DeployedStack> {
    const [settings, engine] = [readSettings(name, overrides[name]), await ensureEngine()];
    const provider = await startProvider({ mode: "emulator", endpoint });
    const folder = mkdtempSync(path.join(tmpdir(), "headroom-deployed-"));
    const close = async (): Promise<void> => {
      await provider.close();
      rmSync(folder, { recursive: true, force: true });
    };
    try {
      writeFileSync(path.join(folder, "Pulumi.yaml"), settings.projectFile);
      writeFileSync(path.join(folder, `Pulumi.${name}.yaml`), settings.stackFile);
      for (const needed of ["state", "home"]) mkdirSync(path.join(folder, needed));
      const program = new Program();
      const stack = await LocalWorkspace.createStack(
        { stackName: name, projectName: settings.project, program: program.run },
        {
          workDir: folder,
          pulumiCommand: engine.command,
          envVars: {
            PULUMI_BACKEND_URL: `file://${path.join(folder, "state")}`,
            PULUMI_HOME: path.join(folder, "home"),
            PULUMI_CONFIG_PASSPHRASE: "test",
            PULUMI_SKIP_UPDATE_CHECK: "true",
            PULUMI_SKIP_CHECKPOINTS: "true",
            ...provider.environment,
          },
        },
      );
      return new DeployedStack(stack, program, close);
    } catch (error) {
      await close();
      throw error;
    }
  }

  import(state: Deployment): Promise<void> {
    return this.stack.importStack(state);
  }

  export(): Promise<Deployment> {
    return this.stack.exportStack();
  }

  async up(): Promise<void> {
    await this.program.watched(() => this.stack.up({ parallel: 16 }));
  }

  /** What the program would change about the state. */
  async preview(): Promise<EngineEvent[]> {
    const events: EngineEvent[] = [];
    await this.program.watched(() => this.stack.preview({ onEvent: (event) => events.push(event) }));
    return events;
  }
}
