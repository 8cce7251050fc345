/** An emulator of its own for one test file: a free port, nothing shared, gone at the end. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const REGION = "eu-central-1";

export interface Emulator {
  endpoint: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ready(endpoint: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error(`the emulator did not start at ${endpoint} (exit code ${child.exitCode})`);
}

/** Starts one with IAM enforced; `test`/`test` is root there. */
export async function startEmulator(): Promise<Emulator> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "headroom-handlers-"));
  const child = spawn(process.env.HEADROOM_MINISTACK ?? "ministack", {
    env: {
      PATH: [dirname(process.execPath), process.env.PATH].join(":"),
      GATEWAY_PORT: String(port),
      BIND_HOST: "127.0.0.1",
      TMPDIR: folder,
      AUTH: "true",
    },
    stdio: "ignore",
    detached: true,
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await ready(endpoint, child);
  return {
    endpoint,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
