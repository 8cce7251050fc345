"use strict";
// The policy pack's process takes a second to start, and so do the command and the engine before they need it: it is started
// first, and waits. Without modules of our own, since the command itself is not loaded yet.
const { spawn } = require("node:child_process");
const Module = require("node:module");
const path = require("node:path");

const compiledPack = path.join(__dirname, "compiledPack.cjs");
const boundToParent = path.join(__dirname, "boundToParent.cjs");

/** Commands that run the engine under the policy pack. */
const commands = ["cost", "preview", "report", "up", "watch"];

let early;

/** @param root The folder that has `policy/`. */
function startPack(root) {
  const folder = path.join(root, "policy");
  const entry = Module.createRequire(path.join(root, "policy", "main.js")).resolve(
    "@pulumi/pulumi/cmd/run-policy-pack",
  );
  // The engine's address is not known yet; the script passes over it.
  const args = ["--require", compiledPack, "--require", boundToParent, entry, "engine", folder];
  const pack = spawn(process.execPath, args, { cwd: folder, stdio: "pipe" });
  const kill = () => pack.kill("SIGKILL"); // it has nothing to put in order
  process.once("exit", kill);
  pack.once("close", () => process.off("exit", kill));
  return pack;
}

/** Starts the pack if this command line needs it; does nothing where only `--help` is asked for. */
exports.startEarly = (root, [command, ...args]) => {
  if (commands.includes(command) && !args.some((arg) => arg === "--help" || arg === "-h")) early = startPack(root);
  for (const each of early ? [early, ...early.stdio] : []) each.unref(); // a command that ends does not wait for it
  process.once("beforeExit", () => {
    early?.ref(); // but for its end
    early?.kill("SIGKILL");
  });
};

/** The pack that was started early, once; afterwards a new one. */
exports.takePack = (root) => {
  const pack = early ?? startPack(root);
  early = undefined;
  return pack;
};
