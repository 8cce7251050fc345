import { PulumiCommand } from "@pulumi/pulumi/automation";
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { compilePolicyPack } from "../../../cli/run/compiled";
import { pathWithAnalyzer, startWaitingPack } from "../../../cli/run/policyPack";
import { type Engine } from "../../../local/engine";
import { identify } from "../../../local/processes";
import { Sandbox } from "./sandbox";

describe("the policy pack is started", () => {
  let sandbox: Sandbox;
  let engine: Engine;
  beforeEach(async () => {
    sandbox = new Sandbox();
    sandbox.program("pulumi", "echo v3.250.0");
    engine = { command: await PulumiCommand.get({ skipVersionCheck: true }), version: "3.250.0", source: "path" };
  });
  afterEach(() => sandbox.close());

  const analyzer = "pulumi-analyzer-policy-nodejs";
  const pathFor = (): string => pathWithAnalyzer(engine, path.join(sandbox.folder, "analyzer"));

  it("by the language host where one is installed: PATH stays as it is", () => {
    sandbox.program("pulumi-language-nodejs", "exit 0");
    assert.equal(pathFor(), process.env.PATH);
  });

  it("by Pulumi's own starter where none is: an executable on PATH runs it", () => {
    const { status, stderr } = spawnSync(analyzer, { env: { ...process.env, PATH: pathFor() }, encoding: "utf8" });
    assert.equal(stderr, "usage: RUN <engine-address> <program>\n");
    assert.notEqual(status, 0);
  });

  it("at once where it waits already, for the first engine that asks; the next one gets a pack of its own", async () => {
    const env = { ...process.env, PATH: pathWithAnalyzer(engine, path.join(sandbox.folder, "analyzer"), 4711) };
    const first = spawn(analyzer, { env });
    const [port] = (await once(first.stdout, "data")) as [Buffer];
    assert.equal(port.toString(), "4711\n");
    assert.match(spawnSync(analyzer, { env, encoding: "utf8" }).stderr, /^usage: RUN/);
    assert.equal(first.exitCode, null, "the engine takes a pack that ends for one that failed");
    first.kill();
  });
});

describe("the policy pack waits for the engine", function () {
  this.timeout(60_000);
  before(() => compilePolicyPack());

  it("and listens, with what the run told it, until the run ends", async () => {
    const pack = startWaitingPack({ HEADROOM_TOLD: "later" }, assert.fail);
    const socket = connect(await pack.port, "127.0.0.1");
    await once(socket, "connect");
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    socket.resume().on("error", () => {}); // the pack ends it as it ends
    socket.once("close", () => resolve());
    await Promise.all([closed, pack.close()]);
  });

  it("and ends with the command, even if that is killed", async () => {
    const earlyPack = path.resolve("cli/bootstrap/earlyPack.cjs");
    const script = `const early = require(${JSON.stringify(earlyPack)});
      early.startEarly(${JSON.stringify(process.cwd())}, ["preview"]);
      const pack = early.takePack();
      pack.stdout.once("data", () => console.log(pack.pid));
      setInterval(() => {}, 1_000);`;
    const command = spawn(process.execPath, ["-e", script]);
    const pid = Number(((await once(command.stdout, "data")) as [Buffer])[0].toString());
    assert.match(readFileSync(`/proc/${pid}/cmdline`, "utf8"), /run-policy-pack/);
    command.kill("SIGKILL");
    while (identify(pid)) await sleep(20);
  });
});
