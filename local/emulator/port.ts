import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { connect } from "node:net";
import { EmulatorError } from "./errors";

/** The port that the user asks for: HEADROOM_PORT, or 4566. */
export function portFrom(environment: NodeJS.ProcessEnv): number {
  const text = environment.HEADROOM_PORT || "4566";
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1024 && port <= 65535) return port;
  throw new EmulatorError(`HEADROOM_PORT is "${text}"; it must be a port from 1024 to 65535, such as 4566.`);
}

/** @throws {@link EmulatorError} that names the port and, where it can be seen, the program that listens on it. */
export async function requireFreePort(port: number): Promise<void> {
  if (!(await isTaken(port))) return;
  const owner = listenerOn(port);
  throw new EmulatorError(
    `port ${port} on 127.0.0.1 is in use${owner ? ` by ${owner}` : ""}.\n` +
      `Fix: end that program, or choose another port: HEADROOM_PORT=${port === 65535 ? 4566 : port + 1} npm start`,
  );
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: 2_000 });
    const answer = (taken: boolean) => () => {
      socket.destroy();
      resolve(taken);
    };
    socket.on("connect", answer(true)).on("timeout", answer(true)).on("error", answer(false));
  });
}

/** Who listens on a port of this machine, as far as this user may see it: for example `node (process 4711)`. */
function listenerOn(port: number): string | undefined {
  try {
    const pid = process.platform === "linux" ? linuxListener(port) : lsofListener(port);
    if (!pid) return undefined;
    const name = execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return `${name} (process ${pid})`;
  } catch {
    return undefined; // without ps or lsof the port alone is named
  }
}

function lsofListener(port: number): number {
  const output = execFileSync("lsof", ["-nP", "-t", `-iTCP:${port}`, "-sTCP:LISTEN"], { encoding: "utf8" });
  return Number.parseInt(output, 10);
}

function linuxListener(port: number): number | undefined {
  const inHex = port.toString(16).toUpperCase().padStart(4, "0");
  const tables = ["/proc/net/tcp", "/proc/net/tcp6"].map((file) => readFileSync(file, "utf8"));
  const rows = tables.flatMap((table) => table.split("\n").slice(1)).map((row) => row.trim().split(/\s+/));
  const listening = "0A";
  const inodes = rows.filter((row) => row[1]?.endsWith(`:${inHex}`) && row[3] === listening).map((row) => row[9]);
  const sockets = new Set(inodes.map((inode) => `socket:[${inode}]`));
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).find((pid) => openFiles(pid).some((file) => sockets.has(file)));
}

function openFiles(pid: number): string[] {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).map((file) => readlinkSync(`${folder}/${file}`));
  } catch {
    return []; // another user's, or gone meanwhile
  }
}
