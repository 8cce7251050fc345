// Installs the npm packages when node_modules is absent or differs from the lock file.
import { spawn } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/** A missing prerequisite: the message names the fix. */
export class InstallError extends Error {
  exitCode = 2;
}

/** Brings `node_modules` in line with `package-lock.json`, once even if two processes start together. */
export async function install(root) {
  if (upToDate(root)) return;
  refuseLink(path.join(root, "node_modules"));
  const lock = path.join(root, ".local", "install.lock");
  const release = () => rmSync(lock, { force: true });
  const stop = () => process.exit(130);
  await acquire(lock);
  process.once("exit", release);
  for (const signal of signals) process.on(signal, stop);
  try {
    if (!upToDate(root)) await npmCi(root);
  } finally {
    for (const signal of signals) process.off(signal, stop);
    process.off("exit", release);
    release();
  }
}

/** npm would empty the target of the link, which belongs to another checkout. */
function refuseLink(modules) {
  if (!lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const target = existsSync(modules) ? realpathSync(modules) : "a folder that is gone";
  throw new InstallError(
    `node_modules is a link to ${target}, which differs from package-lock.json. Fix: run "npm ci" in that checkout, or ` +
      "remove the link.",
  );
}

/** npm leaves a copy of the lock file in node_modules when an installation is complete: the two must agree. */
function upToDate(root) {
  const wanted = packages(path.join(root, "package-lock.json"));
  const present = packages(path.join(root, "node_modules", ".package-lock.json"));
  if (!wanted) throw new InstallError("package-lock.json is missing. Fix: restore it, for example with git checkout.");
  if (!present) return false;
  return Object.entries(wanted).every(([name, { version, link, optional }]) => {
    if (!name.startsWith("node_modules/") || link) return true;
    return name in present ? present[name].version === version : optional;
  });
}

function packages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, "utf8")).packages : undefined;
}

async function npmCi(root) {
  const args = ["ci", "--include=dev", "--include=optional", "--ignore-scripts=false", "--no-audit", "--no-fund"];
  args.push("--loglevel=error", "--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000");
  args.push("--fetch-timeout=60000");
  const npm = process.env.npm_execpath;
  const [command, prefix] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];

  const started = Date.now();
  const say = () =>
    console.error(`headroom: installing the npm packages … ${Math.round((Date.now() - started) / 1000)} s`);
  say();
  const ticker = setInterval(say, 10_000);
  const { code, output } = await new Promise((resolve) => {
    const windows = process.platform === "win32";
    // A process group of its own, which ends with us: left to itself, npm works on for a while after a Ctrl-C, and the
    // next installation would meet it.
    const child = spawn(command, [...prefix, ...args], { cwd: root, shell: windows, detached: !windows });
    const end = () => (windows || !child.pid ? child.kill() : process.kill(-child.pid, "SIGKILL"));
    process.prependOnceListener("exit", end);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => {
      process.off("exit", end);
      resolve({ code, output });
    });
  });
  clearInterval(ticker);
  if (code === 0) return;
  const stack = /^npm error( {3,}|.? *[{}]$|$)/;
  const report = output.split("\n").filter((line) => line && !stack.test(line));
  throw new InstallError(`npm ci failed.\n${report.join("\n")}\n${fix(output)}`);
}

function fix(output) {
  return /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(output)
    ? `Fix: the npm registry cannot be reached; check the connection, or point npm at one that can ("npm config set registry …", "npm config set proxy …"), then run the command again.`
    : `Fix: run "npm ci" by hand to see the whole report.`;
}

async function acquire(lock) {
  mkdirSync(path.dirname(lock), { recursive: true });
  for (let reported = false; ;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = Number(existsSync(lock) && readFileSync(lock, "utf8"));
    if (holder && !alive(holder)) rmSync(lock, { force: true });
    else {
      if (!reported) console.error(`headroom: waiting for the npm installation of process ${holder}`);
      reported = true;
      await sleep(500);
    }
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
