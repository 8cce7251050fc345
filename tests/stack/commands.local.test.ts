import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { identify } from "../../local/emulator/processes";
import { Checkout } from "./checkout";

describe("the stack local", function () {
  this.timeout(120_000);
  let checkout: Checkout;
  before(async () => {
    checkout = await Checkout.copy();
  });
  after(() => checkout.close());

  const start = (...args: string[]) => checkout.run("up", "--stack", "local", ...args);
  const emulatorPid = (): number =>
    (JSON.parse(checkout.read(".local", "emulator", "process.json")) as { pid: number }).pid;

  const refusedStart = async (): Promise<void> => {
    const { code, stdout, stderr } = await start("--config", "thumbnailer.timeoutSeconds=901");
    assert.equal(code, 1, stdout + stderr);
    assert.match(stderr, /timeoutSeconds is 901/);
  };

  it("does not come up with a wrong argument, and leaves no emulator behind", async () => {
    await refusedStart();
    assert.equal(checkout.has(".local", "emulator"), false);
    assert.equal(checkout.has(".local", "state"), false);
  });

  it("is left as it is by Ctrl-C in the middle, and the next start goes on from there", async () => {
    const { child, ended } = checkout.begin("up", "--stack", "local");
    let seen = "";
    await new Promise<void>((resolve) =>
      child.stdout!.on("data", (data: Buffer) => {
        seen += data.toString();
        if (/ created$/m.test(seen)) resolve();
      }),
    );
    process.kill(-child.pid!, "SIGINT"); // as a terminal does: to every process of the group
    const { code, stdout, stderr } = await ended;
    assert.equal(code, 1, stdout + stderr);
    assert.match(stderr, /^headroom: interrupted/m);
  });

  it("comes up with one command: exit 0, outputs shown and saved, and what to try next", async () => {
    const { code, stdout, stderr } = await start();
    assert.equal(code, 0, stdout + stderr);
    const { uploadsBucket } = JSON.parse(checkout.read(".local", "outputs.json")) as { uploadsBucket: string };
    assert.match(stdout, new RegExp(`^ {2}uploadsBucket +${uploadsBucket}$`, "m"));
    assert.match(
      stdout,
      new RegExp(`aws --endpoint-url http://127.0.0.1:${checkout.port} s3 cp .* s3://${uploadsBucket}/`),
    );
    assert.match(stdout, /npm run down/);
  });

  it("goes on when a start is refused for a wrong argument", async () => {
    const pid = emulatorPid();
    await refusedStart();
    assert.equal(emulatorPid(), pid);
    assert.ok(identify(pid), "the emulator has ended");
  });

  it("is not changed by a second start", async () => {
    const { code, stdout, stderr } = await start();
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /^local: no changes, \d+ unchanged in /m);
  });

  it("is not changed by a preview, which finds nothing to do", async () => {
    const { code, stdout, stderr } = await checkout.run("preview", "--stack", "local");
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /^local: no changes, \d+ unchanged in /m);
  });

  it("calls a function by the name of its stack output, and shows what it logged", async () => {
    const { code, stdout, stderr } = await checkout.run("invoke", "cronFunction", "{}");
    assert.equal(code, 0, stdout + stderr);
    JSON.parse(stdout);
    const logs = await checkout.run("logs", "cronFunction");
    assert.equal(logs.code, 0, logs.stderr);
    assert.match(logs.stdout, /"level":"INFO"/);
  });

  it("lists its functions when there is none of the name that was given", async () => {
    const { code, stderr } = await checkout.run("invoke", "nothing");
    assert.equal(code, 2);
    assert.match(
      stderr,
      /there is no function "nothing"\. Functions: .*clean-logs-\w+, .*thumbnailer-\w+, .*usage-report-\w+.*\./,
    );
  });

  it("is changed by --config, what has changed is named, and a lock that a killed engine left is no hindrance", async () => {
    const dead = spawnSync("true").pid;
    const folder = [".local", "state", ".pulumi", "locks", "organization", "headroom", "local"];
    mkdirSync(checkout.path(...folder), { recursive: true });
    const lock = { pid: dead, username: "me", hostname: hostname(), timestamp: "2026-01-01T00:00:00Z" };
    writeFileSync(checkout.path(...folder, "0b0e5e5e.json"), JSON.stringify(lock));
    const { code, stdout, stderr } = await start("--config", "thumbnailer.memoryMb=1024");
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, new RegExp(`removed the lock that process ${dead}, which died, had left`));
    assert.match(stdout, /^ {2}~ aws:lambda:Function thumbnailer updated/m);
  });

  it("is made anew when its emulator was killed, and the loss is told; a second start meanwhile is refused", async () => {
    process.kill(emulatorPid(), "SIGKILL");
    const first = checkout.begin("up", "--stack", "local");
    while (!checkout.has(".local", "run.lock")) await sleep(10);
    const second = await start();
    assert.equal(second.code, 2, second.stderr);
    assert.match(second.stderr, /^headroom: npm start is running already \(process \d+, since .*\)\..*\n$/);

    const { code, stdout, stderr } = await first.ended;
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /the emulator had ended and lost what it held/);
    assert.match(stdout, /^local: \d+ created in /m);
  });

  it("goes down with one command: no process and no file is left", async () => {
    const pid = emulatorPid();
    const { code, stdout, stderr } = await checkout.run("down");
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /^local: \d+ deleted$/m);
    assert.equal(identify(pid), undefined, "the emulator still runs");
    assert.equal(checkout.has(".local"), false);
  });

  it("goes down also when it is not up", async () => {
    const { code, stdout } = await checkout.run("down");
    assert.equal(code, 0);
    assert.match(stdout, /no emulator was running/);
    assert.equal(checkout.has(".local"), false);
  });
});
