import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeLanguageHost } from "../../cli/languageHost/installed";
import { compileLanguageHost } from "../../cli/run/compiled";
import { ensureEngine } from "../../local/engine";
import { markEnvironment, markedWith } from "../../local/processes";
import { type ProviderOptions, startProvider } from "../../local/provider";
import { type Ended } from "./checkout";

/** The real Pulumi CLI in a shell of a user: a backend in files, our language host, our provider in the plugin's place. */
export class PlainPulumi {
  readonly environment: NodeJS.ProcessEnv;

  private constructor(
    private readonly command: string,
    private readonly home: string,
    providerEnvironment: Record<string, string>,
    private readonly closeProvider: () => Promise<void>,
  ) {
    const kept = Object.entries(process.env).filter(
      ([name]) => !/^(AWS_|PULUMI_|NODE_(?!EXTRA_CA_CERTS)|npm_|TS_NODE_)/.test(name),
    );
    this.environment = {
      ...Object.fromEntries(kept),
      PATH: path.join(home, "bin") + path.delimiter + process.env.PATH,
      PULUMI_HOME: path.join(home, "pulumi"),
      PULUMI_BACKEND_URL: `file://${path.join(home, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_SKIP_CHECKPOINTS: "true",
      NO_COLOR: "1",
      ...providerEnvironment,
      ...markEnvironment({ name: "HEADROOM_ENGINE", folder: home }),
    };
  }

  static async start(options: ProviderOptions): Promise<PlainPulumi> {
    const [engine, host] = [await ensureEngine(), await compileLanguageHost()];
    const home = mkdtempSync(path.join(tmpdir(), "headroom-plain-"));
    for (const needed of ["state", "pulumi"]) mkdirSync(path.join(home, needed));
    writeLanguageHost(path.join(home, "bin"), host);
    const provider = await startProvider(options);
    return new PlainPulumi(engine.command.command, home, provider.environment, () => provider.close());
  }

  /** Runs a command of the CLI in a folder: `run(folder, "preview", "--stack", "dev")`. */
  run(folder: string, ...args: string[]): Promise<Ended> {
    return this.begin(folder, ...args).ended;
  }

  /** Starts one that a test may interrupt. */
  begin(folder: string, ...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
    const child = spawn(this.command, ["--non-interactive", ...args], {
      cwd: folder,
      env: this.environment,
      detached: true, // a process group of its own, so that a test can send it what a terminal sends
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    });
    return { child, ended };
  }

  /** The processes that what was run has left. */
  left(): number[] {
    return markedWith({ name: "HEADROOM_ENGINE", folder: this.home });
  }

  async close(): Promise<void> {
    await this.closeProvider();
    rmSync(this.home, { recursive: true, force: true });
  }
}
