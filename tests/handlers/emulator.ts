/** An emulator of its own for one test file: a free port, a folder of its own, gone at the end. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";

import { ensureEmulator, stopEmulator } from "../../local/emulator";
import { databasesFolder } from "../../local/emulator/server";
import { freePort } from "../freePort";

export const REGION = "eu-central-1";
/** The emulator's root: for setting up and looking, never for the handler. */
export const root = { accessKeyId: "test", secretAccessKey: "test" };

export interface TestEmulator {
  endpoint: string;
  /** PEM file with the certificate, and its key, that functions on the emulator trust, for 127.0.0.1. */
  certificate: string;
  /** What it writes. */
  log: string;
  /** The folders of its PostgreSQL servers are in this one. */
  databases: string;
  /** Ends it as a power cut does, and starts it again, empty, at the same address. */
  killAndStart(): Promise<void>;
  stop(): Promise<void>;
}

const authorities = getCACertificates("default");

/** As NODE_EXTRA_CA_CERTS does for a function. One emulator at a time: the certificates of all have the same name. */
export function trust({ certificate }: TestEmulator): void {
  setDefaultCACertificates([...authorities, readFileSync(certificate, "utf8")]);
}

/** The first start on a machine installs the emulator: give the hook minutes. */
export async function startEmulator(): Promise<TestEmulator> {
  const parent = await mkdtemp(join(tmpdir(), "headroom-handlers-"));
  const folder = join(parent, "emulator");
  const at = { port: await freePort(), folder };
  const { endpoint, ...first } = await ensureEmulator(at);
  let { pid } = first;
  return {
    endpoint,
    databases: databasesFolder(folder),
    log: join(folder, "emulator.log"),
    async killAndStart() {
      process.kill(pid, "SIGKILL");
      ({ pid } = await ensureEmulator(at));
    },
    certificate: join(folder, "tmp", "emulator.pem"),
    async stop() {
      await stopEmulator({ folder });
      await rm(parent, { recursive: true, force: true });
    },
  };
}
