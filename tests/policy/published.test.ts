import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { analyzerScript } from "../../local/commands/policyPack";
import { ensureEngine } from "../../local/engine";
import { projectRoot } from "../../local/project";

const run = promisify(execFile);

describe("the published policy pack", function () {
  this.timeout(180_000); // it installs from the npm registry
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-published-"));
  after(() => rmSync(folder, { recursive: true }));

  it("installed from its tarball into an empty project, judges with packages of its own only", async () => {
    await run("npm", ["pack", "--workspace", "policy", "--pack-destination", folder, "--silent"], { cwd: projectRoot });
    const [tarball] = readdirSync(folder);
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true }));
    const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
    await run("npm", ["install", ...quiet, `./${tarball}`], { cwd: folder });

    const pack = path.join("node_modules", "headroom-policy");
    assert.deepEqual(readdirSync(path.join(folder, pack)).sort(), [
      "PulumiPolicy.yaml",
      "README.md",
      "dist",
      "package.json",
      "recommended.json",
      "strict.json",
    ]);
    const type = "aws:lambda/function:Function";
    const urn = `urn:pulumi:test::app::${type}::slow`;
    const inputs = { timeout: 901 };
    const resources = [{ urn, type, custom: true, id: "slow", inputs, outputs: inputs }];
    const manifest = { time: "2026-11-23T00:00:00Z", magic: "", version: "" };
    writeFileSync(path.join(folder, "state.json"), JSON.stringify({ version: 3, deployment: { manifest, resources } }));

    const engine = await ensureEngine();
    const entry = path.join(folder, "node_modules", "@pulumi", "pulumi", "cmd", "run-policy-pack", "index.js");
    for (const needed of ["bin", "home", "backend"]) mkdirSync(path.join(folder, needed));
    const env = {
      PATH: `${analyzerScript(path.join(folder, "bin"), entry)}${path.delimiter}${process.env.PATH}`,
      HOME: folder,
      PULUMI_HOME: path.join(folder, "home"),
      PULUMI_BACKEND_URL: `file://${path.join(folder, "backend")}`,
      PULUMI_SKIP_UPDATE_CHECK: "true",
    };
    const config = path.join(pack, "strict.json");
    const args = ["policy", "analyze", "--file", "state.json", "--policy-pack", pack, "--policy-pack-config", config];
    const { code, stdout } = await run(engine.command.command, [...args, "--json"], { cwd: folder, env }).then(
      () => assert.fail("a mandatory violation ends with an exit code"),
      (error: { code: number; stdout: string }) => error,
    );
    assert.notEqual(code, 0);
    assert.match(stdout, /Function \\"slow\\": timeout is 901 s; AWS allows 1 to 900 s\./);
  });
});
