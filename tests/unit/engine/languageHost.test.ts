import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { ProgramInfo } from "@pulumi/pulumi/proto/language_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { hasLanguageHost, writeLanguageHost } from "../../../cli/languageHost/installed";
import { compilerEnvironment, runtimeOptions } from "../../../cli/languageHost/options";
import { programDependencies, requiredPackages } from "../../../cli/languageHost/packages";
import { compileLanguageHost } from "../../../cli/run/compiled";
import { Sandbox } from "./sandbox";

describe("the language host", () => {
  let sandbox: Sandbox;
  beforeEach(() => (sandbox = new Sandbox()));
  afterEach(() => sandbox.close());

  const host = "pulumi-language-nodejs";
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, 0o755);
  };
  const has = (cli: string): boolean =>
    hasLanguageHost(cli, { PATH: process.env.PATH, PULUMI_HOME: path.join(sandbox.folder, "pulumi") });

  it("is ours only where the CLI has none: on PATH, next to it, or among its plugins", () => {
    const cli = path.join(sandbox.folder, "cli", "pulumi");
    write(cli, "#!/bin/sh\n");
    assert.equal(has(cli), false);

    write(path.join(sandbox.folder, "cli", host), "#!/bin/sh\n");
    assert.equal(has(cli), true);

    assert.equal(has("pulumi"), false);
    sandbox.program(host, "exit 0");
    assert.equal(has("pulumi"), true);
  });

  it("is not ours where the Pulumi folder has one as a plugin", () => {
    write(path.join(sandbox.folder, "pulumi", "plugins", "language-nodejs-v3.250.0", host), "#!/bin/sh\n");
    assert.equal(has("pulumi"), true);
  });

  it("is an executable of the name that the CLI looks for, whatever the folder is called", () => {
    const script = path.join(sandbox.folder, "it's here", "host.js");
    write(script, "console.log(process.argv.slice(2).join())");
    const folder = path.join(sandbox.folder, "a b");
    writeLanguageHost(folder, script);
    assert.equal(execFileSync(path.join(folder, host), ["x", "y z"], { encoding: "utf8" }), "x,y z\n");
  });

  it("ends by itself when its engine has ended before it was reached", async () => {
    const gone = createServer();
    await once(gone.listen(0, "127.0.0.1"), "listening");
    const { port } = gone.address() as AddressInfo;
    await once(gone.close(), "close");
    const child = spawn(process.execPath, [await compileLanguageHost(), `127.0.0.1:${port}`], { stdio: "ignore" });
    const [code] = (await once(child, "exit")) as [number | null];
    assert.equal(code, 0);
  });

  it("takes the options under runtime in Pulumi.yaml, and names one that is wrong", () => {
    const info = (options: Record<string, string | boolean | number>): ProgramInfo =>
      new ProgramInfo().setOptions(Struct.fromJavaScript(options));
    assert.deepEqual(compilerEnvironment(runtimeOptions(info({}))), { PULUMI_NODEJS_TYPESCRIPT: "true" });
    const options = runtimeOptions(info({ typescript: false, tsconfig: "ts/p.json", nodeargs: "--a --b='c d'" }));
    assert.deepEqual(compilerEnvironment(options), { PULUMI_NODEJS_TSCONFIG_PATH: "ts/p.json" });
    assert.deepEqual(options.nodeargs, ["--a", "--b=c d"]);
    assert.throws(() => runtimeOptions(info({ packagemanager: "pip" })), /packagemanager is "pip"; allowed: auto, npm/);
    assert.throws(() => runtimeOptions(info({ typescript: "yes" })), /typescript is "yes"; allowed: true or false/);
  });

  it("finds the providers of installed packages, wherever they lie, and not those of a policy pack", () => {
    const put = (place: string, manifest: object): void =>
      write(path.join(sandbox.folder, ...place.split("/"), "package.json"), JSON.stringify(manifest));
    const resource = { resource: true };
    put(".", { dependencies: { "@pulumi/aws": "7", inner: "1" } });
    put("node_modules/@pulumi/aws", { name: "@pulumi/aws", version: "7.48.0", pulumi: resource });
    put("node_modules/inner", { name: "inner", version: "1.0.0" });
    const own = { ...resource, name: "tls", version: "v5.0.0", server: "https://example.com" };
    put("node_modules/inner/node_modules/deep", { name: "deep", version: "2.0.0", pulumi: own });
    put("node_modules/pack", { name: "pack", version: "1.0.0" });
    write(path.join(sandbox.folder, "node_modules", "pack", "PulumiPolicy.yaml"), "runtime: nodejs\n");
    put("node_modules/pack/node_modules/@pulumi/gcp", { name: "@pulumi/gcp", version: "9.0.0", pulumi: resource });

    const packages = requiredPackages(sandbox.folder).map((each) => each.toObject());
    assert.deepEqual(
      packages.map(({ name, kind, version, server }) => [name, kind, version, server]),
      [
        ["aws", "resource", "v7.48.0", ""],
        ["tls", "resource", "v5.0.0", "https://example.com"],
      ],
    );
    const names = (transitive: boolean): string[] =>
      programDependencies(sandbox.folder, transitive).map((each) => each.getName());
    assert.deepEqual(names(false), ["@pulumi/aws", "inner"]);
    assert.deepEqual(names(true), ["@pulumi/aws", "deep", "inner"]);
  });
});
