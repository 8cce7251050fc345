import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { connect } from "node:net";
import { EmulatorError } from "./errors";
import { commandLine, isOwnProject } from "../project";
import { isHealthy } from "./server";

/** The requested port: HEADROOM_PORT, or 4566. */
export function portFrom(environment: NodeJS.ProcessEnv): number {
  const text = environment.HEADROOM_PORT || "4566";
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1024 && port <= 65535) return port;
  throw new EmulatorError(`HEADROOM_PORT is "${text}"; it must be a port from 1024 to 65535, such as 4566.`);
}

/** @throws {@link EmulatorError} that names the port and, if visible, the program that listens on it. */
export async function requireFreePort(port: number): Promise<void> {
  if (!(await isTaken(port))) return;
  const owner = listenerOn(port) ?? "a program of another user";
  const end = (await isHealthy(port))
    ? `run "${commandLine("down")}" in the ${isOwnProject ? "checkout" : "project"} that started this emulator`
    : "end it";
  throw new EmulatorError(
    `port ${port} on 127.0.0.1 is in use by ${owner}.\n` +
      `Fix: ${end}, or choose another port: HEADROOM_PORT=${port === 65535 ? 4566 : port + 1} ${commandLine("up")}`,
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

/** The program that listens on a port, if this user may see it: for example `node (process 4711)`. */
function listenerOn(port: number): string | undefined {
  try {
    return process.platform === "linux" ? linuxListener(port) : lsofListener(port);
  } catch {
    return undefined;
  }
}

function lsofListener(port: number): string {
  const args = ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN"];
  const pid =
    execFileSync("lsof", [...args, "-t"], { encoding: "utf8" })
      .trim()
      .split("\n")[0] ?? "";
  const command = execFileSync("ps", ["-o", "comm=", "-p", pid], { encoding: "utf8" }).trim();
  return `${command} (process ${pid})`;
}

function linuxListener(port: number): string | undefined {
  const inHex = port.toString(16).toUpperCase().padStart(4, "0");
  const tables = ["/proc/net/tcp", "/proc/net/tcp6"].map((file) => readFileSync(file, "utf8"));
  const rows = tables.flatMap((table) => table.split("\n").slice(1)).map((row) => row.trim().split(/\s+/));
  const listening = "0A";
  const inodes = rows.filter((row) => row[1]?.endsWith(`:${inHex}`) && row[3] === listening).map((row) => row[9]);
  const sockets = new Set(inodes.map((inode) => `socket:[${inode}]`));
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const pid = pids.find((pid) => openFiles(pid).some((file) => sockets.has(file)));
  return pid && `${readFileSync(`/proc/${pid}/comm`, "utf8").trim()} (process ${pid})`;
}

function openFiles(pid: string): string[] {
  const folder = `/proc/${pid}/fd`;
  const read = <T>(run: () => T[]): T[] => {
    try {
      return run();
    } catch {
      return []; // it belongs to another user, or has ended since
    }
  };
  return read(() => readdirSync(folder)).flatMap((file) => read(() => [readlinkSync(`${folder}/${file}`)]));
}
