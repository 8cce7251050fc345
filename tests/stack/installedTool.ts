import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { archives } from "./archives";
import { type Ended } from "./checkout";

const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  devDependencies: Record<string, string>;
};

/** What the programs depend on, in the folder above them, as in a workspace. */
export const dependencies = {
  ...Object.fromEntries(
    ["@pulumi/aws", "@pulumi/awsx", "@pulumi/pulumi", "typescript", "ts-node", "@types/node"].map((name) => [
      name,
      devDependencies[name],
    ]),
  ),
  "@pulumi/aws-apigateway": "3.0.0",
  "@pulumi/random": "4.19.2",
  "@pulumi/tls": "5.6.1",
};

export const compilerOptions = {
  strict: true,
  target: "es2022",
  module: "commonjs",
  moduleResolution: "node",
  skipLibCheck: true,
};

/** The environment of a user: nothing of this machine's account or stacks, and no Pulumi of its own. */
export const userEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(AWS_|PULUMI_|NODE_(?!EXTRA_CA_CERTS)|npm_|TS_NODE_|HEADROOM_)/.test(name),
    ),
  ),
  NO_COLOR: "1",
});

/** The tool, installed from the archive that is published, in the folder above the projects of users. */
export class InstalledTool {
  readonly folder = mkdtempSync(path.join(tmpdir(), "headroom-programs-"));
  readonly environment = userEnvironment();

  path(...names: string[]): string {
    return path.join(this.folder, ...names);
  }

  /** Installs the tool beside these packages. @param components Whether the components are installed as well. */
  async install(packages: Record<string, string | undefined>, components = false): Promise<void> {
    const { cli, components: library } = await archives();
    const archive = (name: string, file: string) => ({ [`@headroom-serverless/${name}`]: `file:${file}` });
    writeFileSync(
      this.path("package.json"),
      JSON.stringify({
        private: true,
        dependencies: { ...packages, ...archive("cli", cli), ...(components && archive("components", library)) },
        // With version 7 in the range of some peer, npm 11 does not come to an end.
        overrides: { typescript: devDependencies.typescript },
      }),
    );
    const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
    await promisify(execFile)("npm", install, { cwd: this.folder, env: this.environment });
  }

  /** Writes a project of a user's: its files besides Pulumi.yaml and what the compiler is told. */
  write(name: string, files: Record<string, string>): void {
    const own = {
      "Pulumi.yaml": "name: user-program\nruntime: nodejs\n",
      "package.json": JSON.stringify({ main: "index.ts", dependencies }),
      "tsconfig.json": JSON.stringify({ compilerOptions, files: ["index.ts"] }),
    };
    for (const [file, text] of Object.entries({ ...own, ...files })) {
      mkdirSync(path.dirname(this.path(name, file)), { recursive: true });
      writeFileSync(this.path(name, file), text);
    }
  }

  private get command(): string {
    return this.path("node_modules", "@headroom-serverless", "cli", "headroom.mjs");
  }

  /** Runs `headroom` in a project's folder. */
  run(name: string, ...args: string[]): Promise<Ended> {
    return promisify(execFile)(process.execPath, [this.command, ...args], {
      cwd: this.path(name),
      env: this.environment,
      maxBuffer: 1 << 26,
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
    );
  }

  /** Starts `headroom` in a project's folder, to be signalled. */
  start(name: string, ...args: string[]): ChildProcess {
    return spawn(process.execPath, [this.command, ...args], { cwd: this.path(name), env: this.environment });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
