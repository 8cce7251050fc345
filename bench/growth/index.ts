import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { localFolder, projectRoot } from "../../local/project";
import { runCommand } from "../command";
import { stateOf } from "./state";

// How time and memory grow with the number of resources, for a program of a user: a preview under the policy pack, a report with its
// picture, and the pack alone on an exported state. A straight line has the exponent 1.

const sizes = [100, 1_000, 3_000, 10_000];

/** The resources of a worker: a role, a function, its log, and the queue that it reads. */
const partsOfWorker = 5;

const program = (workers: number): string => `const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => {};") });
const assumeRolePolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
});
for (let index = 0; index < ${workers}; index++) {
  const name = \`worker-\${index}\`;
  const role = new aws.iam.Role(name, { assumeRolePolicy });
  const queue = new aws.sqs.Queue(name, { visibilityTimeoutSeconds: 180 });
  const log = new aws.cloudwatch.LogGroup(name, { retentionInDays: 30 });
  const worker = new aws.lambda.Function(name, {
    role: role.arn,
    runtime: "nodejs24.x",
    handler: "index.handler",
    timeout: 30,
    code,
    environment: { variables: { QUEUE: queue.url } },
    loggingConfig: { logGroup: log.name, logFormat: "JSON" },
  });
  new aws.lambda.EventSourceMapping(name, { functionName: worker.arn, eventSourceArn: queue.arn });
}
`;

const commands = { preview: ["preview"], report: ["report"], "policy pack": ["policy", "--file", "state.json"] };

interface Measured {
  size: number;
  seconds: number;
  megabytes: number;
}

async function main(): Promise<void> {
  mkdirSync(localFolder, { recursive: true });
  const folder = mkdtempSync(path.join(localFolder, "growth-")); // the packages of the checkout are above it
  try {
    const heading = sizes.map((size) => size.toLocaleString("en-US").padStart(18)).join("");
    console.log(`  ${"resources".padEnd(12)}${heading}  exponent of time, memory`);
    for (const [name, args] of Object.entries(commands)) {
      const runs: Measured[] = [];
      for (const size of sizes) runs.push({ size, ...(await run(folder, size, args)) });
      const cells = runs.map(({ seconds, megabytes }) =>
        `${seconds.toFixed(1)} s ${megabytes.toFixed(0)} MB`.padStart(18),
      );
      const exponents = (["seconds", "megabytes"] as const).map((figure) => exponent(runs, figure).toFixed(2));
      console.log(`  ${name.padEnd(12)}${cells.join("")}  ${exponents.join(", ")}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function run(parent: string, size: number, args: string[]): Promise<{ seconds: number; megabytes: number }> {
  const folder = path.join(parent, String(size));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "Pulumi.yaml"), "name: growth\nruntime: nodejs\nmain: index.js\n");
  writeFileSync(path.join(folder, "index.js"), program(size / partsOfWorker));
  writeFileSync(path.join(folder, "state.json"), JSON.stringify(stateOf(size / partsOfWorker)));
  const { code, output, ...measured } = await runCommand(folder, [
    path.join(projectRoot, "tool", "headroom.mjs"),
    ...args,
  ]);
  // So many resources are over some quota of an account: a verdict is all that is asked for.
  if (code !== 0 && code !== 1) throw new Error(`headroom ${args.join(" ")} ended with ${code}:\n${output}`);
  return measured;
}

/** The slope from 1,000 resources to the most, on paper with two logarithmic scales: what a command costs without any is small there. */
function exponent(runs: readonly Measured[], figure: "seconds" | "megabytes"): number {
  const [first, last] = [runs[1]!, runs.at(-1)!];
  return Math.log(last[figure] / first[figure]) / Math.log(last.size / first.size);
}

void main();
