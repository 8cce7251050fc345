import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Checkout } from "./checkout";

const execute = promisify(execFile);

/** What the compiler needs beside the peers; the rest of the tools would only be downloaded. */
const compiler = new Set(["typescript", "@types/node", "@types/pg", "@types/which", "@types/aws-lambda"]);

interface Manifest {
  devDependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

describe("the components by the address of a git repository", function () {
  this.timeout(600_000); // npm clones it, installs what it is built with, and builds it

  it("are installed, built, with their handlers and what these install", async () => {
    const checkout = await Checkout.copy();
    const project = mkdtempSync(path.join(tmpdir(), "headroom-git-"));
    try {
      const file = checkout.path("package.json");
      const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
      const built = ([name]: [string, string]): boolean => name in manifest.peerDependencies || compiler.has(name);
      manifest.devDependencies = Object.fromEntries(Object.entries(manifest.devDependencies).filter(built));
      writeFileSync(file, JSON.stringify(manifest));
      rmSync(checkout.path("node_modules"));
      const git = (...args: string[]) =>
        execute("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], {
          cwd: checkout.folder,
        });
      await git("init", "--quiet");
      await git("add", "--all");
      await git("commit", "--quiet", "--message", "all");
      mkdirSync(project, { recursive: true });
      writeFileSync(path.join(project, "package.json"), JSON.stringify({ private: true }));
      const environment = { ...checkout.environment, HOME: process.env.HOME };
      const quiet = ["--prefer-offline", "--no-audit", "--no-fund"];
      await execute("npm", ["install", ...quiet, `git+file://${checkout.folder}`], { cwd: project, env: environment });

      const installed = path.join(project, "node_modules", "@headroom-serverless", "components");
      assert.ok(existsSync(path.join(installed, "handlers", "package-lock.json")), "the lock file of native modules");
      assert.ok(!existsSync(path.join(installed, "local")), "nothing of the sources");
      const program = 'console.log(require("@headroom-serverless/components").Thumbnailer.name)';
      const { stdout } = await execute(process.execPath, ["-e", program], { cwd: project });
      assert.equal(stdout, "Thumbnailer\n");
    } finally {
      rmSync(project, { recursive: true, force: true });
      await checkout.close();
    }
  });
});
