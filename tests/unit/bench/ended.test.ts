import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { measure } from "../../../cli/run/measure";
import { identify } from "../../../local/processes";

describe("a measurement that does not come to its end leaves nothing running, and no copy of the project", function () {
  this.timeout(120_000);
  const lasting = path.join(__dirname, "lasting.ts");

  function assertGone(line = ""): void {
    const [pid, folder = ""] = line.trim().split(" ");
    assert.ok(Number(pid) > 0, line);
    assert.equal(identify(Number(pid)), undefined);
    assert.ok(!existsSync(folder), folder);
  }

  for (const way of ["killed", "interrupted"]) {
    it(`when it is ${way}`, async () => {
      const { code, lines } = await measure(lasting, [way], () => {});
      assert.notEqual(code, 0);
      assertGone(lines[0]);
    });
  }

  it("when the command that has begun it is killed", async () => {
    const begin = `require("./cli/run/measure").measure(${JSON.stringify(lasting)}, ["waiting"], console.log)`;
    const command = spawn(process.execPath, ["--require", "ts-node/register/transpile-only", "-e", begin]);
    const closed = once(command.stderr.resume(), "close"); // when the last process has ended that inherits it
    const [line] = (await once(command.stdout, "data")) as [Buffer];
    command.kill("SIGKILL");
    await closed;
    assertGone(line.toString());
  });
});
