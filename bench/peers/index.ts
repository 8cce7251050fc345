import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { localFolder, projectRoot } from "../../local/project";
import { runCommand } from "../command";
import { median } from "../median";

// From a command to the verdict: a preview of the stack `dev` under the policy pack, next to a synthesis by the AWS CDK of about as
// many resources under the checks that are on npm. In turns, medians of five. Time is of the whole command; memory is of all its
// processes together, at its most.
//
// Not here: SST's `dev` and `diff` ask AWS for credentials before they do anything.

const rounds = 5;

/** What the peers are, from npm. */
const packages = {
  "aws-cdk-lib": "2.276.0",
  "cdk-nag": "3.0.2",
  "cdk-preflight": "0.0.143",
  constructs: "10.8.1",
};

/** So many functions make about as many resources as `dev` has. */
const functions = "43";

interface Run {
  seconds: number;
  megabytes: number;
  resources: number;
}

async function main(): Promise<void> {
  const peers = installPeers();
  const headroom = () => measure(projectRoot, ["cli/run.mjs", "preview", "--stack", "dev"], /(\d+) to create/);
  const cdk =
    (...checks: string[]) =>
    () =>
      measure(peers, ["app.mjs", functions, ...checks], /^(\d+)$/m);
  const ways = {
    "headroom preview": headroom,
    "cdk, no checks": cdk(),
    "cdk with cdk-nag": cdk("cdk-nag"),
    "cdk with cdk-preflight": cdk("cdk-preflight"),
    "cdk with both": cdk("cdk-nag", "cdk-preflight"),
  };
  const runs = new Map<string, Run[]>();
  // The first turn fills the caches of all of them.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(ways)) {
      const ran = await run();
      if (round) runs.set(name, [...(runs.get(name) ?? []), ran]);
    }
  }
  const middle = (name: string, figure: keyof Run): number => median(runs.get(name)?.map((run) => run[figure]));
  console.log(`  ${"".padEnd(24)} headroom's time  headroom's memory    time   memory  resources`);
  for (const name of Object.keys(ways)) {
    const ratio = (figure: "seconds" | "megabytes") =>
      `${(middle("headroom preview", figure) / middle(name, figure)).toFixed(2)} ×`;
    const own = `${middle(name, "seconds").toFixed(1)} s ${middle(name, "megabytes").toFixed(0).padStart(5)} MB`;
    console.log(
      `  ${name.padEnd(24)} ${ratio("seconds").padStart(15)} ${ratio("megabytes").padStart(18)} ${own.padStart(16)} ${String(middle(name, "resources")).padStart(10)}`,
    );
  }
}

/** Installs the peers once, into what `down` removes. */
function installPeers(): string {
  const folder = path.join(localFolder, "peers");
  const manifest = JSON.stringify({ private: true, dependencies: packages });
  const file = path.join(folder, "package.json");
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(__dirname, "app.mjs"), path.join(folder, "app.mjs"));
  if (existsSync(path.join(folder, "node_modules")) && readFileSync(file, "utf8") === manifest) return folder;
  writeFileSync(file, manifest);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: folder, stdio: "ignore" });
  return folder;
}

/** @param resources Finds their number in the output. */
async function measure(cwd: string, args: string[], resources: RegExp): Promise<Run> {
  const { output, ...ran } = await runCommand(cwd, args);
  const [, number] = resources.exec(output) ?? [];
  if (number === undefined) throw new Error(`${args.join(" ")} did not end:\n${output}`);
  return { ...ran, resources: Number(number) };
}

void main();
