import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { median } from "../median";
import { type Checkout } from "../../tests/stack/checkout";
import { ownCheckout } from "../ownCheckout";

// How long a start takes: of the program, next to the same code compiled ahead, and of the commands when all is warm.

const rounds = 7;

async function main(): Promise<void> {
  const checkout = await ownCheckout();
  try {
    await program(checkout);
    await commands(checkout);
  } finally {
    await checkout.close();
  }
}

async function program(checkout: Checkout): Promise<void> {
  const compiled = checkout.path("compiled");
  await build({
    absWorkingDir: checkout.folder,
    entryPoints: globSync(["*.ts", "stack/**/*.ts", "components/**/*.ts", "limits/**/*.ts", "report/cost/usage.ts"], {
      cwd: checkout.folder,
    }),
    outdir: compiled,
    format: "cjs",
    platform: "node",
    logLevel: "error",
  });
  const start = (args: string[], compileCache?: string): string => {
    const { NODE_COMPILE_CACHE: _, ...environment } = process.env;
    const env = compileCache ? { ...environment, NODE_COMPILE_CACHE: compileCache } : environment;
    return execFileSync(process.execPath, args, { cwd: checkout.folder, env, encoding: "utf8" });
  };
  const driver = checkout.path("bench", "start", "program.mjs");
  const ways = {
    "compiled ahead": () => start([driver, checkout.folder, `${compiled}/index.js`]),
    "as the commands start it": () => start([driver, checkout.folder], checkout.path(".local", "compile-cache")),
    "ts-node, transpile only": () =>
      start(["--require", "ts-node/register/transpile-only", driver, checkout.folder, checkout.path("index.ts")]),
  };

  // In turns, so that what else the machine does falls on all of them; the first turn fills the caches.
  const times = new Map<string, number[]>();
  let resources = "";
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(ways)) {
      const begun = performance.now();
      resources = run().trim();
      if (round) times.set(name, [...(times.get(name) ?? []), performance.now() - begun]);
    }
  }
  console.log(`Start of the program, ${resources} resources under mocks, median of ${rounds}:`);
  const base = median(times.get("compiled ahead"));
  for (const name of Object.keys(ways)) {
    const time = median(times.get(name));
    row(name, `${(time / 1000).toFixed(2)} s`, `${(time / base).toFixed(2)} ×`);
  }
}

async function commands(checkout: Checkout): Promise<void> {
  console.log("\nCommands, everything installed, nothing changed:");
  const timed = async (name: string, wanted: number, ...args: string[]): Promise<void> => {
    const begun = performance.now();
    const { code, stdout, stderr } = await checkout.run(...args);
    if (code !== 0) throw new Error(`${name} failed:\n${stdout}${stderr}`);
    const seconds = (performance.now() - begun) / 1000;
    row(name, `${seconds.toFixed(1)} s`, `${(seconds / wanted).toFixed(2)} × the ${wanted} s allowed`);
  };
  await checkout.run("preview", "--stack", "dev");
  await timed("preview --stack dev", 6, "preview", "--stack", "dev");
  await checkout.run("up", "--stack", "local");
  await timed("start, the stack is up", 15, "up", "--stack", "local");
}

function row(name: string, time: string, ratio: string): void {
  console.log(`  ${name.padEnd(26)} ${time.padStart(8)}   ${ratio}`);
}

void main();
