import { type ChildProcess, type ChildProcessByStdio, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { type Readable } from "node:stream";
import { parse, stringify } from "yaml";
import { markEnvironment, markedWith } from "../../local/processes";
import { freePort } from "../freePort";

const root = path.resolve(__dirname, "..", "..");
const left = new Set(["node_modules", ".git", ".local", "dist"]);
/** Up to date in a copy as well, whose sources keep their times. */
const compiled = [path.join(".local", "build"), path.join("policy", "dist")];

/** How a command ended, and what it wrote. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * A copy of this checkout, with its installed packages, that has an emulator port and a home of its own: what runs in it
 * touches neither the developer's stack nor the developer's AWS account.
 */
export class Checkout {
  /** What the commands find in their environment: the user's own, without credentials, and with the costly caches. */
  readonly environment: NodeJS.ProcessEnv;

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly home: string,
  ) {
    const kept = Object.entries(process.env).filter(
      ([name]) => !/^(AWS_|PULUMI_|NODE_(?!EXTRA_CA_CERTS)|npm_)/.test(name),
    );
    this.environment = {
      ...Object.fromEntries(kept),
      HOME: home,
      XDG_CACHE_HOME: process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"),
      GOMODCACHE: process.env.GOMODCACHE || path.join(homedir(), "go", "pkg", "mod"),
      AWS_EC2_METADATA_DISABLED: "true",
      HEADROOM_PORT: String(port),
      NO_COLOR: "1",
      // The engine saves the state at the end of a run only, which halves its time; tests of runs that break off delete this.
      PULUMI_SKIP_CHECKPOINTS: "true",
    };
  }

  /** @param patterns The only patterns (keys of Pulumi.yaml) that its stacks have. Default: those that they have anyway. */
  static async copy(patterns?: string[]): Promise<Checkout> {
    const folder = mkdtempSync(path.join(tmpdir(), "headroom-test-"));
    const copied = { recursive: true, preserveTimestamps: true };
    cpSync(root, folder, { ...copied, filter: (source) => !left.has(path.basename(source)) });
    for (const name of compiled.filter((each) => existsSync(path.join(root, each)))) {
      cpSync(path.join(root, name), path.join(folder, name), copied);
    }
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    if (patterns) for (const stack of ["dev", "local"]) leaveOnly(patterns, folder, `Pulumi.${stack}.yaml`);
    return new Checkout(folder, await freePort(), mkdtempSync(path.join(tmpdir(), "headroom-home-")));
  }

  path(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  has(...parts: string[]): boolean {
    return existsSync(this.path(...parts));
  }

  read(...parts: string[]): string {
    return readFileSync(this.path(...parts), "utf8");
  }

  /** Appends a line to a file while `work` runs; `work` is told the number of the line. */
  async withLine<T>(file: string, line: string, work: (number: number) => Promise<T>): Promise<T> {
    const before = this.read(file);
    writeFileSync(this.path(file), `${before}${line}\n`);
    try {
      return await work(before.split("\n").length);
    } finally {
      writeFileSync(this.path(file), before);
    }
  }

  /** Starts a command of the project, as npm would: `begin("preview", "--stack", "dev")`. */
  begin(...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
    return this.watch([process.execPath, "cli/run.mjs", ...args].join(" "), (env) =>
      spawn(process.execPath, ["cli/run.mjs", ...args], {
        cwd: this.folder,
        env,
        stdio: ["ignore", "pipe", "pipe"],
        detached: true, // a process group of its own, so that a test can send it what a terminal sends
      }),
    );
  }

  /** Starts a command line as a user types it, such as `npm run preview --stack dev`. */
  beginLine(line: string): { child: ChildProcess; ended: Promise<Ended> } {
    return this.watch(line, (env) =>
      spawn("bash", ["-ec", line], { cwd: this.folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true }),
    );
  }

  runLine(line: string): Promise<Ended> {
    return this.beginLine(line).ended;
  }

  /**
   * Follows a command to its end, after which nothing that it has started may run on but the emulator, unless it was killed.
   */
  private watch(
    command: string,
    start: (env: NodeJS.ProcessEnv) => ChildProcessByStdio<null, Readable, Readable>,
  ): { child: ChildProcess; ended: Promise<Ended> } {
    const mark = { name: "HEADROOM_COMMAND", folder: randomUUID() } as const;
    const child = start({ ...this.environment, ...markEnvironment(mark) });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => {
        const left = signal ? [] : markedWith(mark).filter((pid) => !isOfEmulator(pid));
        if (left.length === 0) resolve({ code, stdout, stderr });
        else reject(new Error(`${command} has ended, and leaves running:\n${left.map(readCommandLine).join("\n")}`));
      });
    });
    return { child, ended };
  }

  run(...args: string[]): Promise<Ended> {
    return this.begin(...args).ended;
  }

  /** Ends what runs in the copy, and removes it. */
  async close(): Promise<void> {
    const made = this.has(".local") ? readdirSync(this.path(".local")).filter((name) => name !== "build") : [];
    if (made.length > 0) await this.run("down");
    for (const folder of [this.folder, this.home]) rmSync(folder, { recursive: true, force: true });
  }
}

/** The emulator, and what runs in it, stay until `npm run down`. */
function isOfEmulator(pid: number): boolean {
  try {
    return process.platform === "linux"
      ? readFileSync(`/proc/${pid}/environ`, "utf8").includes("\0HEADROOM_EMULATOR=")
      : execFileSync("ps", ["-E", "-ww", "-p", String(pid)], { encoding: "utf8" }).includes(" HEADROOM_EMULATOR=");
  } catch {
    return true; // it has ended meanwhile
  }
}

const readCommandLine = (pid: number): string =>
  execFileSync("ps", ["-o", "pid=,args=", "-p", String(pid)], { encoding: "utf8" });

type Settings = Record<string, Record<string, unknown>>;

/** Switches every pattern of a stack off, but for those that are named. */
function leaveOnly(patterns: string[], folder: string, stackFile: string): void {
  const { config: declared } = parse(readFileSync(path.join(folder, "Pulumi.yaml"), "utf8")) as {
    config: Record<string, { default?: unknown }>;
  };
  const file = path.join(folder, stackFile);
  const { config } = parse(readFileSync(file, "utf8")) as { config: Settings };
  for (const [key, { default: value }] of Object.entries(declared)) {
    const isPattern = typeof value === "object" && value !== null && "enabled" in value;
    if (isPattern && !patterns.includes(key.replace("headroom:", ""))) config[key] = { enabled: false };
  }
  writeFileSync(file, stringify({ config }));
}

/** All that is said on standard error of a thumbnail handler that does not compile. */
export const mistakeInHandler = (line: number): RegExp =>
  new RegExp(`^headroom: NodeFunction "thumbnailer": entry .*\\n.*handler\\.ts:${line}:\\d+: ERROR: .*\\n$`);
