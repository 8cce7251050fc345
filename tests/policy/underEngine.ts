import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type EngineEvent } from "@pulumi/pulumi/automation";
import { compilePolicyPack } from "../../cli/run/compiled";
import { pathWithAnalyzer, policyPack } from "../../cli/run/policyPack";
import { ensureEngine } from "../../local/engine";

/** The engine, and an environment in which it keeps all that it writes in a folder. */
export async function engineIn(folder: string) {
  const [engine] = await Promise.all([ensureEngine(), compilePolicyPack()]);
  for (const needed of ["home", "state"]) mkdirSync(path.join(folder, needed), { recursive: true });
  const envVars = {
    PATH: pathWithAnalyzer(engine, path.join(folder, "bin")),
    PULUMI_HOME: path.join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${path.join(folder, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
  return { engine, envVars };
}

/** A resource of a state. */
export interface Stated {
  readonly type: string;
  readonly inputs: Record<string, unknown>;
}

/** The resources as `pulumi stack export` writes them. */
export function exported(resources: readonly Stated[]): string {
  const urn = (type: string, name: string) => `urn:pulumi:test::headroom::${type}::${name}`;
  const root = { urn: urn("pulumi:pulumi:Stack", "headroom-test"), type: "pulumi:pulumi:Stack", custom: false };
  const custom = resources.map(({ type, inputs }, index) => ({
    urn: urn(type, `r${index}`),
    id: `r${index}`,
    custom: true,
    type,
    inputs,
    outputs: inputs,
  }));
  const manifest = { time: "2026-11-23T00:00:00Z", magic: "", version: "" };
  return JSON.stringify({ version: 3, deployment: { manifest, resources: [root, ...custom] } });
}

/** What `pulumi policy analyze` says of a state, under the pack. */
export async function analyze(
  folder: string,
  state: string,
  { config, env = {} }: { config?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<{ code: unknown; stdout: string; stderr: string; events: EngineEvent[] }> {
  const { engine, envVars } = await engineIn(folder);
  const file = path.join(folder, "state.json");
  writeFileSync(file, state);
  const args = ["policy", "analyze", "--json", "--file", file, "--policy-pack", policyPack];
  if (config !== undefined) args.push("--policy-pack-config", config);
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...envVars, ...env }, cwd: folder, maxBuffer: 1 << 26 };
    execFile(engine.command.command, args, options, (error, stdout, stderr) => {
      const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
      resolve({ code: error?.code, stdout, stderr, events: lines.map((line) => JSON.parse(line) as EngineEvent) });
    });
  });
}
