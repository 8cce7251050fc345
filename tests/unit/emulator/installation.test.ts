import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { EmulatorError } from "../../../local/emulator/errors";
import { ensureInstallation, requirementsHash } from "../../../local/emulator/installation";
import { projectRoot } from "../../../local/project";

describe("the requirements file of the emulator", () => {
  const text = readFileSync(path.join(projectRoot, "local", "emulator", "requirements.txt"), "utf8");
  const entries = text
    .replace(/^#.*$/gm, "")
    .split(/\n(?=\S)/)
    .map((entry) => entry.trim())
    .filter(Boolean);

  it("pins every package to one version with hashes", () => {
    assert.ok(entries.length > 40);
    for (const entry of entries)
      assert.match(entry, /^[a-z0-9-]+==[^\s;]+( ; [^\\]+)? \\\n(\s+--hash=sha256:[0-9a-f]{64}( \\\n)?)+$/);
    assert.ok(entries.some((entry) => entry.startsWith("ministack==1.5.33 ")));
  });

  it("names no package index: the user's own is used", () => {
    assert.doesNotMatch(text, /https?:|--index-url|--find-links/);
  });
});

describe("the installation of the emulator", function () {
  this.timeout(120_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "headroom-install-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The requirements file of a package that is small and needs no network. */
  function requirements({ hash }: { hash?: string } = {}): string {
    const files = {
      "tiny.py": strToU8("answer = 42\n"),
      "tiny-1.0.dist-info/METADATA": strToU8("Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n"),
      "tiny-1.0.dist-info/WHEEL": strToU8("Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
      "tiny-1.0.dist-info/RECORD": strToU8("tiny.py,,\ntiny-1.0.dist-info/METADATA,,\ntiny-1.0.dist-info/WHEEL,,\n"),
    };
    const wheel = zipSync(files, { mtime: new Date(2026, 0) });
    const file = path.join(folder, "tiny-1.0-py3-none-any.whl");
    writeFileSync(file, wheel);
    const list = path.join(folder, "requirements.txt");
    const sha256 = hash ?? createHash("sha256").update(wheel).digest("hex");
    writeFileSync(list, `tiny @ file://${file} --hash=sha256:${sha256}\n`);
    return list;
  }
  const cache = () => path.join(folder, "cache");
  const install = (options: Parameters<typeof ensureInstallation>[0]) =>
    ensureInstallation({ cache: cache(), ...options });
  const ask = (python: string) =>
    execFileSync(python, ["-c", "import tiny; print(tiny.answer)"], { encoding: "utf8" }).trim();

  it("is made once, says so, and is found the next time without a word", async () => {
    const lines: string[] = [];
    const file = requirements();
    const python = await install({ requirements: file, progress: (line) => lines.push(line) });
    assert.equal(ask(python), "42");
    assert.match(lines[0] ?? "", /installing the emulator with Python 3\.\d+/);
    const again: string[] = [];
    assert.equal(await install({ requirements: file, progress: (line) => again.push(line), environment: {} }), python);
    assert.deepEqual(again, []);
    assert.deepEqual(readdirSync(cache()), [requirementsHash(file)]);
  });

  it("is made anew when an earlier one was interrupted", async () => {
    const file = requirements();
    const home = path.join(cache(), requirementsHash(file));
    mkdirSync(path.join(home, "bin"), { recursive: true });
    writeFileSync(path.join(home, "bin", "python"), "half a file");
    assert.equal(ask(await install({ requirements: file })), "42");
  });

  it("is done once when two commands start together", async () => {
    const lines: string[] = [];
    const progress = (line: string) => lines.push(line);
    const options = { requirements: requirements(), progress };
    const [one, other] = await Promise.all([install(options), install(options)]);
    assert.equal(one, other);
    assert.equal(lines.filter((line) => line.includes("with Python")).length, 1);
  });

  it("keeps out of other folders, whatever the user's pip and Python settings say", async () => {
    const target = path.join(folder, "elsewhere");
    const settings = { PIP_USER: "1", PIP_TARGET: target, PYTHONPATH: target, PYTHONHOME: "" };
    const environment = { ...process.env, ...settings };
    assert.equal(ask(await install({ requirements: requirements(), environment })), "42");
    assert.ok(!existsSync(target));
  });

  it("refuses a package that is not the pinned one", async () => {
    const file = requirements({ hash: "0".repeat(64) });
    const refusal = (error: Error) => {
      assert.ok(error instanceof EmulatorError);
      assert.match(error.message, /DO NOT MATCH THE HASHES[^]*Fix: .*mirrors PyPI unchanged/);
      return true;
    };
    await assert.rejects(install({ requirements: file }), refusal);
    await assert.rejects(install({ requirements: file }), refusal, "what was left is not taken for an installation");
  });

  it("says that no package index can be reached", async () => {
    const unreachable = {
      ...process.env,
      ...{
        PIP_INDEX_URL: "http://127.0.0.1:9/simple",
        PIP_EXTRA_INDEX_URL: "",
        PIP_FIND_LINKS: "",
        PIP_CONFIG_FILE: "/dev/null",
      },
    };
    const list = path.join(folder, "unreachable.txt");
    writeFileSync(list, `no-such-package==1.0 --hash=sha256:${"0".repeat(64)}\n`);
    const failed = install({ environment: unreachable, requirements: list });
    await assert.rejects(failed, /Fix: pip cannot reach a package index; check the connection/);
    assert.deepEqual(readdirSync(cache()), [], "what was begun is removed");
  });
});
