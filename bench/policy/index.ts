import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import path from "node:path";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { compilePolicyPack } from "../../cli/run/compiled";
import { policyPack } from "../../cli/run/policyPack";
import { projectRoot } from "../../local/project";
import index from "../../policy/constraints/generated/index.json";
import { tables } from "../../policy/constraints/tables";
import { rules } from "../../policy/rules";
import { analyze, analyzeStack, type Call } from "./calls";
import { resources } from "./resources";

// What the rules cost: our pack next to one with a single empty policy, behind the same server and the same calls.

const rounds = 5;
const sizes = [100, 1_000, 10_000];

/**
 * What the pack may cost: times the bare server for its start and for single resources, milliseconds for the rules of a stack,
 * megabytes more once a resource of every type that has rows was looked at.
 */
const most = {
  start: 1.3,
  resources: 2,
  memory: 60,
  stack: new Map([
    [1_000, 150],
    [10_000, 1_500],
  ]),
};
const bare = `
const { PolicyPack } = require("@pulumi/policy");
const empty = { name: "empty", description: "says nothing", enforcementLevel: "advisory" };
new PolicyPack("bare", { policies: [{ ...empty, validateResource() {}, validateStack() {} }] });
`;

async function main(): Promise<void> {
  await compilePolicyPack();
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-bench-"));
  try {
    const packs = { bare: writeBarePack(folder), ours: policyPack };
    await compareMemory(packs);
    console.log(`${rules.length} rules; milliseconds, the best of ${rounds} rounds\n`);
    row(["resources", "step", "bare", "ours", "ratio", "rules alone", "ours a resource", "at most", "kept"]);
    for (const size of sizes) {
      const best = { bare: new Times(), ours: new Times() };
      for (let round = 0; round < rounds; round++) {
        for (const name of ["bare", "ours"] as const) await measure(packs[name], size, best[name]);
      }
      for (const step of ["start", "resources", "stack", "run"] as const) {
        const [without, with_] = [best.bare.of(step), best.ours.of(step)];
        const each = step === "start" ? "" : (with_ / size).toFixed(3);
        const figures = [
          without.toFixed(0),
          with_.toFixed(0),
          (with_ / without).toFixed(2),
          (with_ - without).toFixed(0),
        ];
        row([String(size), step, ...figures, each, ...target(size, step, without, with_)]);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The memory of each server once it has looked at a resource of every type that has rows: all of its tables are loaded. */
async function compareMemory(packs: Readonly<Record<"bare" | "ours", string>>): Promise<void> {
  const types = [...new Set([...Object.values(index.types).flat(), ...tables.map(({ type }) => type)])];
  const used = { bare: 0, ours: 0 };
  for (const name of ["bare", "ours"] as const) {
    const server = await start(packs[name]);
    for (const type of types) await server.call(analyze({ type, name: "a", urn: makeUrn(type), properties: {} }));
    used[name] = server.megabytes();
    server.stop();
  }
  const more = used.ours - used.bare;
  const figures = `${used.bare.toFixed(0)} MB bare, ${used.ours.toFixed(0)} MB ours`;
  console.log(
    `${types.length} types: ${figures}, ${more.toFixed(0)} more; at most ${most.memory}: ${more <= most.memory ? "yes" : "NO"}`,
  );
}

const makeUrn = (type: string): string => `urn:pulumi:bench::headroom::${type}::a`;

/** What a step may cost at most, and whether it does. */
function target(size: number, step: Step, without: number, with_: number): readonly string[] {
  if (step === "resources" || step === "start")
    return [`${most[step]} x`, with_ <= most[step] * without ? "yes" : "NO"];
  const limit = step === "stack" ? most.stack.get(size) : undefined;
  return limit === undefined ? [] : [`${limit} ms alone`, with_ - without <= limit ? "yes" : "NO"];
}

/** `run` is the three together: what a preview waits for the pack. */
type Step = "start" | "resources" | "stack" | "run";

/** The shortest time of each step: what the machine's other work adds is not ours. */
class Times {
  private readonly best = new Map<Step, number>();

  of(step: Step): number {
    return this.best.get(step) ?? NaN;
  }

  async time<T>(step: Step, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    this.best.set(step, Math.min(this.best.get(step) ?? Infinity, performance.now() - started));
    return result;
  }
}

/** One run as the engine does it: start, each resource by itself, then the stack. */
async function measure(pack: string, size: number, times: Times): Promise<void> {
  const sent = resources(size);
  const stack = analyzeStack(sent);
  await times.time("run", async () => {
    const server = await times.time("start", () => start(pack));
    try {
      await times.time("resources", async () => {
        for (const resource of sent) await server.call(analyze(resource));
      });
      await times.time("stack", () => server.call(stack));
    } finally {
      server.stop();
    }
  });
}

interface Server {
  call(call: Call): Promise<void>;
  /** What it holds in memory, as the system counts it. */
  megabytes(): number;
  stop(): void;
}

async function start(pack: string): Promise<Server> {
  const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child: ChildProcess = spawn(process.execPath, [runner, "127.0.0.1:1", "."], {
    cwd: pack,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`the policy server ended with code ${code}`)));
  });
  const options = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
  const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), options);
  return {
    call: (call) => new Promise((resolve, reject) => call(client, (error) => (error ? reject(error) : resolve()))),
    megabytes: () => Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" })) / 1_024,
    stop() {
      client.close();
      child.removeAllListeners();
      child.kill();
    },
  };
}

function writeBarePack(folder: string): string {
  mkdirSync(folder, { recursive: true });
  symlinkSync(path.join(projectRoot, "node_modules"), path.join(folder, "node_modules"));
  writeFileSync(path.join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\nmain: index.js\n");
  writeFileSync(
    path.join(folder, "package.json"),
    JSON.stringify({ name: "bare", version: "0.0.1", main: "index.js" }),
  );
  writeFileSync(path.join(folder, "index.js"), bare);
  return folder;
}

const row = (cells: readonly string[]): void => console.log(cells.map((cell) => cell.padStart(16)).join(""));

void main();
