import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EngineError, ensureEngine, type EngineOptions } from "../../../local/engine";
import { Sandbox } from "./sandbox";

const pinned = "3.250.0";

describe("the engine", () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox();
  });
  afterEach(() => sandbox.close());

  /** A script that makes `$1/bin/pulumi`, a CLI that tells this version. */
  const makeCli = (root: string, version = pinned): string => `
    mkdir -p "${root}/bin"
    printf '#!/bin/sh\\necho v${version}\\n' > "${root}/bin/pulumi"
    chmod +x "${root}/bin/pulumi"`;

  /** An installer as Pulumi's: takes --install-root and --version. */
  const installerScript = (): string => `
    echo run >> "${sandbox.folder}/installer"
    while [ $# -gt 0 ]; do case "$1" in --install-root) root="$2"; shift;; --version) version="$2"; shift;; esac; shift; done
    echo "$version" >> "${sandbox.folder}/versions"
    ${makeCli("$root")}`;

  /** A Go that builds: `go build … -o <root>/bin/pulumi …`. */
  const goScript = (make: string): string => `
    echo "$*" >> "${sandbox.folder}/go"
    [ "$1" = build ] || exit 0
    while [ $# -gt 0 ]; do [ "$1" = -o ] && file="$2"; shift; done
    ${make.replaceAll("$root", "${file%/bin/pulumi}")}`;

  const options = async (script?: string): Promise<EngineOptions> => ({
    cache: sandbox.cache,
    module: sandbox.module(pinned),
    installer: await sandbox.installer(script),
  });

  it("is the pulumi on PATH when that is recent enough, and nothing is made", async () => {
    sandbox.program("pulumi", "echo v3.240.1");
    const { source, version } = await ensureEngine(await options(installerScript()));
    assert.deepEqual({ source, version }, { source: "path", version: "3.240.1" });
    assert.equal(existsSync(sandbox.cache), false);
  });

  it("is installed by Pulumi's installer, in the pinned version, when the one on PATH is too old", async () => {
    sandbox.program("pulumi", "echo v3.229.0");
    const { source, version } = await ensureEngine(await options(installerScript()));
    assert.deepEqual({ source, version }, { source: "installer", version: pinned });
    assert.deepEqual(sandbox.lines("versions"), [pinned]);
  });

  it("is built with Go when the installer cannot be reached", async () => {
    sandbox.program("go", goScript(makeCli("$root")));
    const said: string[] = [];
    const { source, version } = await ensureEngine({ ...(await options()), progress: (line) => said.push(line) });
    assert.deepEqual({ source, version }, { source: "build", version: pinned });
    const build = sandbox.lines("go").find((line) => line.startsWith("build")) ?? "";
    assert.match(build, /version\.Version=v3\.250\.0 .* github\.com\/pulumi\/pulumi\/pkg\/v3\/cmd\/pulumi$/);
    assert.ok(
      said.some((line) => line.includes("building Pulumi 3.250.0")),
      said.join("\n"),
    );
  });

  it("is made once: the next start takes it from the cache", async () => {
    const given = await options(installerScript());
    await ensureEngine(given);
    const { source } = await ensureEngine(given);
    assert.equal(source, "installer");
    assert.deepEqual(sandbox.lines("installer"), ["run"]);
  });

  it("is made once by two starts at the same time", async () => {
    const given = await options(`sleep 0.3\n${installerScript()}`);
    const said: string[] = [];
    const both = await Promise.all([1, 2].map(() => ensureEngine({ ...given, progress: (line) => said.push(line) })));
    assert.deepEqual(
      both.map(({ version }) => version),
      [pinned, pinned],
    );
    assert.deepEqual(sandbox.lines("installer"), ["run"]);
    assert.ok(
      said.some((line) => line.startsWith("waiting for process")),
      said.join("\n"),
    );
  });

  it("is never a half-built one: a build that breaks off leaves nothing", async () => {
    sandbox.program("go", goScript(`${makeCli("$root")}\necho 'no space left on device' >&2\nexit 1`));
    await assert.rejects(ensureEngine(await options()), /no space left on device/);
    assert.equal(existsSync(path.join(sandbox.cache, pinned)), false);
    assert.equal(existsSync(path.join(sandbox.cache, `${pinned}.draft`)), false);
  });

  it("is never a built one that does not run", async () => {
    sandbox.program(
      "go",
      goScript('mkdir -p "$root/bin"\necho garbage > "$root/bin/pulumi"\nchmod +x "$root/bin/pulumi"'),
    );
    await assert.rejects(ensureEngine(await options()), /build with Go: it does not run/);
    assert.equal(existsSync(path.join(sandbox.cache, pinned)), false);
  });

  it("is made anew after a start that was killed while it made one", async () => {
    const dead = {
      pid: 2 ** 22 + 1,
      startTime: "1",
      purpose: "the installation of the engine",
      since: "2026-01-01T00:00:00.000Z",
    };
    mkdirSync(path.join(sandbox.cache, `${pinned}.draft`, "bin"), { recursive: true });
    writeFileSync(path.join(sandbox.cache, `${pinned}.lock`), JSON.stringify(dead));
    const { source } = await ensureEngine(await options(installerScript()));
    assert.equal(source, "installer");
  });

  it("cannot be had: one error lists every way, why it failed, and how to mend it", async () => {
    sandbox.program("pulumi", "echo 'library not found' >&2; exit 127");
    await assert.rejects(ensureEngine(await options()), (error: EngineError) => {
      assert.ok(error instanceof EngineError);
      assert.deepEqual(
        error.attempts.map(({ way }) => way),
        ["pulumi on PATH", "Pulumi's installer", "build with Go"],
      );
      assert.match(error.message, /pulumi on PATH: it does not run: .*library not found/s);
      assert.match(error.message, /Pulumi's installer: 127\.0\.0\.1:\d+ cannot be reached/);
      assert.match(error.message, /build with Go: go is not installed/);
      for (const { fix } of error.attempts) assert.ok(error.message.includes(`Fix: ${fix}`));
      return true;
    });
  });

  it("cannot be had from an installer that answers with an error page", async () => {
    const given = await options(installerScript());
    const attempt = ensureEngine({ ...given, installer: new URL("elsewhere/", given.installer) });
    await assert.rejects(attempt, /cannot be reached \(404 Not Found\)/);
  });
});
