import { S3 } from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { type DeadLettersDocument } from "../../cli/commands/deadLetters";
import { type UpDocument } from "../../cli/commands/up";
import { engineMark } from "../../cli/run/runFolder";
import { type ClockState } from "../../local/emulator/clock";
import { identify, markedWith } from "../../local/processes";
import { Checkout, type Ended, mistakeInHandler } from "./checkout";
import { printed } from "./printed";

describe("the stack local", function () {
  this.timeout(240_000);
  let checkout: Checkout;
  let s3: S3;
  before(async () => {
    checkout = await Checkout.copy(["thumbnailer", "cleanLogs", "usageReport"]);
    delete checkout.environment.PULUMI_SKIP_CHECKPOINTS;
    s3 = new S3({
      endpoint: `http://127.0.0.1:${checkout.port}`,
      region: "us-east-1",
      forcePathStyle: true,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
  });
  after(() => checkout.close());

  const start = (...args: string[]) => checkout.run("up", "--stack", "local", ...args);
  const emulatorPid = (): number =>
    (JSON.parse(checkout.read(".local", "emulator", "process.json")) as { pid: number }).pid;

  /** A start, in the middle: the first resources are made. */
  const startHalfway = async () => {
    const begun = checkout.begin("up", "--stack", "local");
    await printed(begun.child, /^ {2}\d+ of \d+ created or changed/m);
    return begun;
  };
  /** Leaves the first bytes of a file of the engine's state. */
  const damage = (name: string): void =>
    truncateSync(checkout.path(".local", "state", ".pulumi", "stacks", "headroom", name), 100);
  const outputs = () =>
    JSON.parse(checkout.read(".local", "outputs.json")) as { uploadsBucket: string; thumbnailsBucket: string };

  const refusedStart = async (): Promise<void> => {
    const program = 'import { Table } from "./components";\nnew Table("audit", { partitionKey: "x" });';
    await checkout.withLine("index.ts", program, async (line) => {
      const { code, stdout, stderr } = await start();
      assert.equal(code, 1, stdout + stderr);
      assert.match(
        stderr,
        new RegExp(`^index\\.ts:${line + 1}:\\d+ - error TS2353: .*'partitionKey' does not exist`, "m"),
      );
      assert.doesNotMatch(stdout + stderr, /^ +at /m, "a stack trace");
    });
  };

  it("does not come up with a program that does not compile, answers with the compiler's words, and leaves no emulator behind", async () => {
    await refusedStart();
    assert.equal(checkout.has(".local", "emulator"), false);
    assert.equal(checkout.has(".local", "state"), false);
  });

  it("says so when its emulator is killed in the middle of a deployment", async () => {
    const { ended } = await startHalfway();
    process.kill(emulatorPid(), "SIGKILL");
    const { code, stderr } = await ended;
    assert.equal(code, 1, stderr);
    assert.match(stderr, /^headroom: [^]*the emulator ended during the deployment[^]*\.\nFix: npm start, which/);
  });

  it("is left as it is by Ctrl-C in the middle, and the next start goes on from there", async () => {
    const { child, ended } = await startHalfway();
    process.kill(-child.pid!, "SIGINT"); // as a terminal does: to every process of the group
    const { code, stdout, stderr } = await ended;
    assert.equal(code, 130, stdout + stderr);
    assert.match(stderr, /^headroom: interrupted/m);
  });

  let first: Ended;

  it("is deployed from scratch after kill -9 and a power cut: the engine is ended, its state and the backup were damaged", async () => {
    const { child, ended } = await startHalfway();
    process.kill(-child.pid!, "SIGKILL");
    await ended;
    const run = readdirSync(checkout.path(".local")).find((name) => name.startsWith("run-"))!;
    const mark = engineMark(checkout.path(".local", run));
    assert.notDeepEqual(markedWith(mark), [], "the killed run left nothing to end");
    for (const name of ["local.json", "local.json.bak"]) damage(name);

    first = await start();
    assert.equal(first.code, 0, first.stdout + first.stderr);
    assert.match(
      first.stdout,
      /^the engine's state of the stack is damaged, and so is its backup: .* deployed from scratch$/m,
    );
    assert.deepEqual(markedWith(mark), []);
    assert.equal(checkout.has(".local", run), false);
  });

  it("has its outputs shown and saved, and what to try next", () => {
    const { stdout } = first;
    const { uploadsBucket } = outputs();
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

  it("is not changed by a second start, which tells machines its outputs, and people the rest", async () => {
    const { code, stdout, stderr } = await start("--json");
    assert.equal(code, 0, stdout + stderr);
    assert.match(stderr, /^local: no changes, \d+ unchanged in /m);
    assert.match(stderr, /^outputs: \d+ as before, in \.local\/outputs\.json$/m);
    assert.match(stderr, /^next: npm run watch, npm run logs, /m);
    const lines = stderr.trimEnd().split("\n");
    assert.ok(lines.length <= 12, stderr);
    const document = JSON.parse(stdout) as UpDocument & { ok: boolean };
    assert.deepEqual([document.ok, document.stack, document.outputs], [true, "local", outputs()]);
    assert.deepEqual(Object.keys(document.changes), ["same"]);
  });

  it("is not changed by a preview, which finds nothing to do", async () => {
    const { code, stdout, stderr } = await checkout.run("preview", "--stack", "local");
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /^local: no changes, \d+ unchanged in /m);
  });

  it("is not changed by a start with a mistake in a handler, which is told once: exit 1", async () => {
    await checkout.withLine("handlers/thumbnail/handler.ts", "const unfinished = ;", async (line) => {
      const { code, stdout, stderr } = await start();
      assert.equal(code, 1, stdout + stderr);
      assert.match(stderr, mistakeInHandler(line));
      assert.doesNotMatch(stdout, /ERROR|serializing|created|updated/);
    });
  });

  it("calls a function by the name of its stack output, and shows what it logged", async () => {
    const { code, stdout, stderr } = await checkout.run("invoke", "cronFunction", "{}");
    assert.equal(code, 0, stdout + stderr);
    JSON.parse(stdout);
    const logs = await checkout.run("logs", "cronFunction");
    assert.equal(logs.code, 0, logs.stderr);
    assert.match(logs.stdout, /^\d\d:\d\d:\d\d\.\d{3} INFO {2}[\w-]+ \S/m);
    assert.doesNotMatch(logs.stdout, /^[\d:.]+ +\S+ (START|END) |DEP0169|"level"/m);
    const quiet = await checkout.run("logs", "cronFunction", "--level", "error", "--filter", "no such text");
    assert.deepEqual([quiet.code, quiet.stdout], [0, ""]);
    const lines = (await checkout.run("logs", "cronFunction", "--json")).stdout.trim().split("\n");
    const events = lines.map((line) => JSON.parse(line) as { time: string; function: string; message: string });
    assert.ok(events.some(({ message }) => message.includes('"level":"INFO"')));
    for (const { time } of events) assert.equal(new Date(time).toISOString(), time);
  });

  it("has a day pass on demand, with the jobs of that day, and shows the clock", async () => {
    const { code, stdout, stderr } = await checkout.run("clock", "+1d");
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /^\S+Z {2}1 d ahead of the machine$/m);
    assert.match(stdout, /^ {2}clean-logs\S*: fired 100 times, its last times; 1\d{3} before them were left out$/m);
    const { ahead, moving } = JSON.parse((await checkout.run("clock", "--json")).stdout) as ClockState;
    assert.ok(ahead >= 86_400 && !moving);
  });

  it("ends to follow the logs on Ctrl-C", async () => {
    const { child, ended } = checkout.begin("logs", "--follow");
    await printed(child, /./);
    process.kill(-child.pid!, "SIGINT");
    assert.equal((await ended).code, 130);
  });

  it("ends to follow the logs when npm is told to end", async () => {
    const npm = spawn("npm", ["run", "logs", "--", "--follow"], { cwd: checkout.folder, env: checkout.environment });
    await printed(npm, / INFO {2}/);
    npm.kill("SIGTERM");
    await once(npm, "close"); // with the last process that writes to its output
  });

  it("lists its functions when there is none of the name that was given", async () => {
    const { code, stderr } = await checkout.run("invoke", "nothing");
    assert.equal(code, 2);
    assert.match(
      stderr,
      /there is no function "nothing"\. Functions: .*clean-logs-\w+, .*thumbnailer-\w+, .*usage-report-\w+.*\./,
    );
  });

  it("shows events that were given up, leaves them where they are, and has them done again on demand", async () => {
    const { uploadsBucket, thumbnailsBucket: Bucket } = outputs();
    const { Policy } = await s3.getBucketPolicy({ Bucket });
    const closed = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: `arn:aws:s3:::${Bucket}/*` };
    await s3.putBucketPolicy({ Bucket, Policy: JSON.stringify({ Version: "2012-10-17", Statement: [closed] }) });
    const photo = sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } });
    await s3.putObject({ Bucket: uploadsBucket, Key: "a b+ü.png", Body: await photo.png().toBuffer() });

    const letters = async (...args: string[]) => {
      const { code, stdout, stderr } = await checkout.run("dead-letters", "--queue", "thumbnailer", "--json", ...args);
      assert.equal(code, 0, stdout + stderr);
      const [{ messages } = { messages: [] }] = JSON.parse(stdout) as DeadLettersDocument;
      return messages.map(({ about, outcome }) => [about, outcome]);
    };
    const about = `s3://${uploadsBucket}/a b+ü.png`;
    while (!(await letters()).length);
    assert.deepEqual(await letters(), [[about, "waiting"]]);
    const { stdout } = await checkout.run("dead-letters");
    assert.match(
      stdout,
      /^thumbnailer-dead-letters-\w+ {2}1 message\n .* thumbnailer-\w+ 1 of 1 photos failed: .*\n {4}s3:/m,
    );
    assert.match(stdout, /^clean-logs-not-started-\w+ {2}no messages$/m);

    await s3.putBucketPolicy({ Bucket, Policy });
    assert.deepEqual(await letters("--redrive"), [[about, "redriven"]]);
    assert.deepEqual(await letters(), []);
    while (!(await s3.listObjectsV2({ Bucket, Prefix: "thumbnails/a b+ü.png/" })).KeyCount) await sleep(100);
    await s3.deleteObject({ Bucket: uploadsBucket, Key: "a b+ü.png" });
  });

  it("is changed by --config, and mended: a bucket that is gone, a damaged state, locks that killed engines left", async () => {
    const dead = spawnSync("true").pid;
    const folder = [".local", "state", ".pulumi", "locks", "organization", "headroom", "local"];
    mkdirSync(checkout.path(...folder), { recursive: true });
    const lock = { pid: dead, username: "me", hostname: hostname(), timestamp: "2026-01-01T00:00:00Z" };
    writeFileSync(checkout.path(...folder, "0b0e5e5e.json"), JSON.stringify(lock));
    writeFileSync(checkout.path(...folder, "1c1e5e5e.json.18f.tmp"), '{"pid":');
    const state = checkout.path(".local", "state", ".pulumi", "stacks", "headroom", "local.json");
    copyFileSync(state, `${state}.bak`);
    damage("local.json");
    const { uploadsBucket: Bucket } = outputs();
    await s3.deleteBucket({ Bucket });
    const { code, stdout, stderr } = await start("--config", "thumbnailer.memoryMb=1024");
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, new RegExp(`removed the lock that process ${dead}, which died, had left`));
    assert.match(stdout, /^the engine's state of the stack was damaged; its backup of .* is restored$/m);
    assert.match(stdout, /^ {2}! aws:s3:Bucket thumbnailer-uploads no longer exists$/m);
    assert.match(
      stdout,
      /^ {2}thumbnailer: [^]*^ {4}~ aws:lambda:Function thumbnailer\n(?: {8}.*\n)* {8}memorySize: \d+ → 1024$/m,
    );
    assert.notEqual(outputs().uploadsBucket, Bucket);
    await s3.headBucket({ Bucket: outputs().uploadsBucket });
  });

  it("is made again when its emulator was killed, and says what was lost; a second start and npm run down meanwhile are refused", async () => {
    process.kill(emulatorPid(), "SIGKILL");
    const first = checkout.begin("up", "--stack", "local");
    while (!checkout.has(".local", "run.lock")) await sleep(10);
    const second = await start();
    assert.equal(second.code, 2, second.stderr);
    const down = await checkout.run("down");
    assert.equal(down.code, 2, down.stderr);
    for (const { stderr } of [second, down]) {
      assert.match(stderr, /^headroom: npm start is running already \(process \d+, since .*\)\..*\n$/);
    }

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
    assert.ok(stdout.trimEnd().split("\n").length <= 5, stdout);
    assert.equal(identify(pid), undefined, "the emulator still runs");
    assert.equal(checkout.has(".local"), false);
  });

  it("goes down also when it is not up", async () => {
    const { code, stdout, stderr } = await checkout.run("down", "--json");
    assert.equal(code, 0);
    assert.match(stderr, /no emulator was running/);
    assert.deepEqual(JSON.parse(stdout), { ok: true, emulatorStopped: false });
    assert.equal(checkout.has(".local"), false);
  });
});
