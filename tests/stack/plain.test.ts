import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Checkout, type Ended } from "./checkout";
import { PlainPulumi } from "./plainPulumi";
import { startOwnEmulator } from "./providerStack";

describe("this checkout with the plain Pulumi CLI", function () {
  this.timeout(300_000);
  let emulator: Awaited<ReturnType<typeof startOwnEmulator>>;
  let checkout: Checkout;
  let pulumi: PlainPulumi;
  before(async () => {
    [emulator, checkout] = await Promise.all([startOwnEmulator(), Checkout.copy(["cleanLogs"])]);
    copyFileSync("Pulumi.dev.yaml", checkout.path("Pulumi.dev.yaml"));
    rmSync(checkout.path("policy", "dist"), { recursive: true, force: true }); // as in a fresh clone
    pulumi = await PlainPulumi.start({ mode: "emulator", endpoint: emulator.endpoint });
    for (const stack of ["dev", "local"]) await run("stack", "init", stack);
  });
  after(async () => {
    await pulumi.close();
    await checkout.close();
    await emulator.stop();
  });

  /** Runs the CLI in the checkout; it must succeed, and leave no process behind. */
  async function run(...args: string[]): Promise<Ended> {
    const ended = await pulumi.run(checkout.folder, ...args);
    assert.equal(ended.code, 0, `${args.join(" ")}\n${ended.stdout}${ended.stderr}`);
    assert.deepEqual(pulumi.left(), []);
    return ended;
  }

  it("type-checks and previews the stack dev as it is committed, under a policy pack that nobody built", async () => {
    const { stdout } = await run("preview", "--stack", "dev", "--policy-pack", "policy");
    assert.match(stdout, /\+ \d\d\d to create/);
    assert.match(stdout, /headroom@v0\.1\.0 \(local: policy\)/);
  });

  it("deploys it, refreshes, changes nothing the second time, and destroys it", async () => {
    pulumi.environment.PULUMI_NODEJS_TRANSPILE_ONLY = "true"; // its types were checked above
    const here = ["--stack", "local", "--yes", "--skip-preview"];
    const up = await run("up", ...here, "--policy-pack", "policy");
    assert.match(up.stdout, /\+ \d\d created/);
    await run("refresh", ...here, "--expect-no-changes");
    await run("up", ...here, "--expect-no-changes");
    const destroyed = await run("destroy", ...here);
    assert.match(destroyed.stdout, /- \d\d deleted/);
  });

  it("tells what it runs on, and which packages the program has", async () => {
    const { stdout } = await run("about", "--json");
    const { runtime, dependencies } = JSON.parse(stdout) as {
      runtime: { language: string; version: string };
      dependencies: { name: string; version: string }[];
    };
    assert.equal(runtime.language, "nodejs");
    assert.match(runtime.version, /v\d\d\./);
    assert.ok(dependencies.some(({ name }) => name === "@pulumi/aws"));
  });

  it("is run by npm run pulumi where none is installed, with every flag as it is", async () => {
    const backend = `PULUMI_BACKEND_URL=file://${checkout.folder} PULUMI_SKIP_UPDATE_CHECK=true`;
    const { code, stdout, stderr } = await checkout.runLine(`${backend} npm run --silent pulumi -- about --json`);
    assert.equal(code, 0, stderr);
    const { runtime } = JSON.parse(stdout) as { runtime: { language: string } };
    assert.equal(runtime.language, "nodejs");
    const stacks = await checkout.runLine(`${backend} npm run --silent pulumi -- stack ls --json`);
    assert.deepEqual([stacks.code, JSON.parse(stacks.stdout)], [0, []], stacks.stderr);
  });

  it("leaves nothing behind after a Ctrl-C", async () => {
    const { child, ended } = pulumi.begin(checkout.folder, "preview", "--stack", "local", "--policy-pack", "policy");
    while (child.exitCode === null && pulumi.left().length < 4) await sleep(50);
    process.kill(-child.pid!, "SIGINT");
    assert.notEqual((await ended).code, 0);
    assert.deepEqual(pulumi.left(), []);
  });

  it("leaves nothing behind in its process group after a preview of our own, not even what has ended", async () => {
    const { child, ended } = checkout.begin("preview", "--stack", "dev");
    const { code, stderr } = await ended;
    assert.equal(code, 0, stderr);
    const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pgid=,pid=,stat=,comm="]);
    const left = stdout.split("\n").filter((line) => Number.parseInt(line, 10) === child.pid);
    assert.deepEqual(left, []);
  });
});
