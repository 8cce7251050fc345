import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { EmulatorError } from "../../../local/emulator/errors";
import { findPython } from "../../../local/emulator/python";

describe("the search for Python", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "headroom-python-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A command on an otherwise empty PATH. */
  const command = (name: string, body: string) =>
    writeFileSync(path.join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  const answers = (version: number[], problem: string | null = null) =>
    `echo '${JSON.stringify({ executable: "/opt/python", version, problem })}'`;
  const search = () => findPython({ PATH: folder });

  it("finds the machine's own Python, which can make a virtual environment", async () => {
    const { executable, version } = await findPython();
    assert.match(version, /^3\.1\d\.\d+$/);
    assert.ok(path.isAbsolute(executable));
  });

  it("passes over a version manager's shim that fails, and gives the interpreter behind one that works", async () => {
    command("python3.13", "echo 'python3.13: command not found' >&2; exit 127");
    command("python3.12", answers([3, 12, 4]));
    assert.deepEqual(await search(), { executable: "/opt/python", version: "3.12.4" });
  });

  it("takes python3 when it is newer than every version that was tried", async () => {
    command("python3", answers([3, 14, 0]));
    assert.equal((await search()).version, "3.14.0");
  });

  it("passes over Python 2 and Python 3.9, and says which were found", async () => {
    command("python3", answers([3, 9, 18]));
    command("python", answers([2, 7, 18]));
    await assert.rejects(search(), (error: Error) => {
      assert.ok(error instanceof EmulatorError);
      assert.match(error.message, /python3 is 3\.9\.18; python is 2\.7\.18/);
      assert.match(error.message, /Fix: install Python 3\.10 or newer/);
      return true;
    });
  });

  it("names Debian's package when Python lacks the venv module", async () => {
    command("python3", answers([3, 11, 2], "No module named 'ensurepip'"));
    await assert.rejects(search(), /python3 \(3\.11\.2\) has no venv module[^]*Fix: .*apt install python3\.11-venv/);
  });

  it("goes on to another Python when the first has no venv module", async () => {
    command("python3.12", answers([3, 12, 1], "No module named 'venv'"));
    command("python3.11", answers([3, 11, 9]));
    assert.equal((await search()).version, "3.11.9");
  });

  it("says what to install when there is no Python at all", async () => {
    await assert.rejects(search(), /None of python3\.13, .* is on PATH\.\nFix: install Python 3\.10 or newer/);
  });

  it("passes over a dangling link", async () => {
    symlinkSync(path.join(folder, "gone"), path.join(folder, "python3"));
    await assert.rejects(search(), EmulatorError);
  });
});
