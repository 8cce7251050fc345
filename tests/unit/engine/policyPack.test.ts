import { PulumiCommand } from "@pulumi/pulumi/automation";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathWithAnalyzer } from "../../../cli/run/policyPack";
import { type Engine } from "../../../local/engine";
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
});
