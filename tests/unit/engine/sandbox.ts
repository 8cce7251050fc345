import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  existsSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** A machine in a folder: PATH has what a test puts there and nothing else; programs are scripts that really run. */
export class Sandbox {
  readonly folder = mkdtempSync(path.join(tmpdir(), "headroom-test-"));
  readonly cache = path.join(this.folder, "cache");
  readonly #bin = path.join(this.folder, "bin");
  readonly #path = process.env.PATH;
  #server: Server | undefined;

  constructor() {
    mkdirSync(this.#bin);
    for (const tool of ["mkdir", "chmod", "cat", "sleep"]) {
      const found = ["/bin", "/usr/bin"].map((folder) => path.join(folder, tool)).find((file) => existsSync(file));
      if (found) symlinkSync(found, path.join(this.#bin, tool));
    }
    process.env.PATH = this.#bin;
  }

  /** Puts a shell script on PATH. */
  program(name: string, script: string): void {
    const file = path.join(this.#bin, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** The folder of a Go module that asks for this version of the engine. */
  module(version: string): string {
    const folder = path.join(this.folder, "module");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "go.mod"), `require (\n\tgithub.com/pulumi/pulumi/pkg/v3 v${version}\n)\n`);
    return folder;
  }

  /** Serves an installer script; without one, an address where nothing listens. */
  async installer(script?: string): Promise<URL> {
    this.#server = createServer((request, response) => {
      if (request.url === "/install.sh") response.end(script);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, "127.0.0.1", resolve));
    const { port } = this.#server.address() as AddressInfo;
    if (script === undefined) await this.#stopServer();
    return new URL(`http://127.0.0.1:${port}/`);
  }

  /** What scripts wrote with `>> "$SANDBOX/<name>"`, line by line. */
  lines(name: string): string[] {
    const file = path.join(this.folder, name);
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  }

  async close(): Promise<void> {
    process.env.PATH = this.#path;
    await this.#stopServer();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #stopServer(): Promise<void> {
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(undefined)));
    this.#server = undefined;
  }
}
