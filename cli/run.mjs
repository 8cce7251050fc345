// The entry of every npm script: `node cli/run.mjs <command> …`. Plain JavaScript without dependencies, because on a
// fresh clone nothing is installed yet, and because the machine's own Node may be too old for the rest.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, BundleError } from "./bootstrap/bundle.mjs";
import { diskProblem } from "./bootstrap/disk.mjs";
import { install, InstallError } from "./bootstrap/install.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const atLeast = (major, minor) => {
  const [runningMajor, runningMinor] = process.versions.node.split(".").map(Number);
  return runningMajor > major || (runningMajor === major && runningMinor >= minor);
};

/** Runs this very script again under the Node of the npm package `node`, and ends as it ends. */
function runUnderOwnNode() {
  const node = path.join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(node)) {
    throw new InstallError(
      `Node ${process.versions.node} is too old, and the npm package "node" has no binary (${path.relative(root, node)}).\n` +
        `Fix: run "npm rebuild node" with install scripts allowed, or install Node 22.12 or newer.`,
    );
  }
  const child = spawn(node, process.argv.slice(1), { stdio: "inherit" });
  // The child decides what a signal means. A terminal's Ctrl-C reaches it directly; a signal sent to this process alone
  // is passed on (the child takes both for one).
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  whenParentEnds(() => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

/**
 * A SIGTERM to npm ends npm and its shell, and comes no further: that they are gone is the signal. Without npm, a command
 * may outlive the shell that began it.
 */
function whenParentEnds(end) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500).unref();
}

async function runCommand() {
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache");
  const compileCache = path.join(cache, "headroom", "compile");
  process.env.NODE_COMPILE_CACHE ??= compileCache; // for the policy pack, which the engine starts as a process
  process.env.ESBUILD_WORKER_THREADS ??= "0"; // a thread of the bundler's leaves its process behind, ended and not waited for
  process.env.PATH = path.join(root, "node_modules", ".bin") + path.delimiter + process.env.PATH;
  const load = module.createRequire(import.meta.url);
  load("./bootstrap/earlyPack.cjs").startEarly(root, process.argv.slice(2));
  const program = await bundle(root, { entry: "cli/commands/index.ts", outfile: ".local/build/headroom.js" });
  whenParentEnds(() => process.emit("SIGTERM"));
  module.enableCompileCache(compileCache);
  load("./bootstrap/lazyPulumi.cjs");
  load(program);
}

try {
  if (!atLeast(18, 0)) throw new InstallError(`Node ${process.versions.node} is too old. Fix: install Node 24.`);
  await install(root);
  if (atLeast(22, 12)) await runCommand();
  else runUnderOwnNode();
} catch (error) {
  const disk = diskProblem(error);
  if (!disk && !(error instanceof InstallError || error instanceof BundleError)) throw error;
  console.error(`headroom: ${disk ?? error.message}`);
  process.exitCode = disk ? 2 : error.exitCode;
}
