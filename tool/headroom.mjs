#!/usr/bin/env node
// The executable. Plain JavaScript, because the machine's own Node may be too old for the rest.
import { existsSync } from "node:fs";
import module from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));

/** The nearest folder upwards that is a Pulumi project, as pulumi and git look for theirs; without one, the current folder. */
function findProject() {
  for (let folder = process.cwd(); ; folder = path.dirname(folder)) {
    if (["Pulumi.yaml", "Pulumi.yml"].some((name) => existsSync(path.join(folder, name)))) return folder;
    if (folder === path.dirname(folder)) return process.cwd();
  }
}

const compiled = path.join(here, "dist");
const checkout = path.dirname(here);
const root = existsSync(path.join(checkout, "cli", "headroom", "index.ts")) ? checkout : compiled;

/** Installed, it is compiled; in a checkout it is compiled when a source has changed. */
async function findProgram() {
  if (root === compiled) return path.join(root, "headroom.js");
  const { bundle } = await import("../cli/bootstrap/bundle.mjs");
  return bundle(root, { entry: "cli/headroom/index.ts", outfile: ".local/build/headroomTool.js" });
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`headroom: Node ${process.versions.node} is too old. Fix: use Node 22.12 or newer.`);
  process.exitCode = 2;
} else {
  process.env.HEADROOM_PROJECT = findProject();
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache");
  process.env.NODE_COMPILE_CACHE ??= path.join(cache, "headroom", "compile"); // for the policy pack, a process of its own
  process.env.ESBUILD_WORKER_THREADS ??= "0"; // a thread of the bundler's leaves its process behind
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  const load = module.createRequire(import.meta.url);
  load(path.join(root, "cli", "bootstrap", "earlyPack.cjs")).startEarly(root, process.argv.slice(2));
  const program = await findProgram();
  load(path.join(root, "cli", "bootstrap", "lazyPulumi.cjs"));
  load(program);
}
