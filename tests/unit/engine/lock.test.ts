import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { identify, type ProcessIdentity } from "../../../local/processes";
import { acquireLock, LockError, waitForLock } from "../../../local/lock";

describe("a lock", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "headroom-test-"));
    file = path.join(folder, "run.lock");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const heldBy = (holder: ProcessIdentity | undefined): void =>
    writeFileSync(file, JSON.stringify({ ...holder, purpose: "npm start", since: "2026-01-01T00:00:00.000Z" }));

  it("of a living process is refused, and names the process", () => {
    const other = spawn("sleep", ["30"]);
    try {
      heldBy(identify(other.pid!));
      assert.throws(
        () => acquireLock(file, "npm run down"),
        (error: Error) =>
          error instanceof LockError && error.message.includes(`npm start is running already (process ${other.pid},`),
      );
    } finally {
      other.kill();
    }
  });

  it("of a process that died is taken over", () => {
    heldBy({ pid: spawnSync("true").pid, startTime: "1" });
    acquireLock(file, "npm start")();
    assert.deepEqual(readdirSync(folder), []);
  });

  it("of a process that died is taken over also when another process has its id by now", () => {
    heldBy({ pid: process.pid, startTime: "an earlier time" });
    acquireLock(file, "npm start")();
    assert.deepEqual(readdirSync(folder), []);
  });

  it("is held by one of many that want it at once", async () => {
    let inside = 0;
    let most = 0;
    const turns = Array.from({ length: 5 }, async () => {
      const release = await waitForLock(file, "a turn", () => {});
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
      release();
    });
    await Promise.all(turns);
    assert.equal(most, 1);
    assert.equal(existsSync(file), false);
  });
});
