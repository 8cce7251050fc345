import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { diskProblem } from "../../../cli/bootstrap/disk.mjs";

/** What `run` throws. */
function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("what the file system refuses", () => {
  it("is told with the place and the fix: a full disk", function () {
    if (!existsSync("/dev/full")) this.skip();
    assert.match(
      diskProblem(thrown(() => writeFileSync("/dev/full", "x"))) ?? "",
      /has no space left \(ENOSPC\)\. Fix: make room/,
    );
  });

  it("is told with the place and the fix: a folder that cannot be", () => {
    const problem = diskProblem(thrown(() => mkdirSync("/dev/null/cache", { recursive: true })));
    assert.match(problem ?? "", /^\/dev\/null\/cache is not in a folder \(ENOTDIR\)\. Fix: /);
  });

  it("is no excuse for a file that is missing, nor for any other error", () => {
    for (const error of [thrown(() => readFileSync("/no/such/file")), new Error("EROFS"), undefined]) {
      assert.equal(diskProblem(error), undefined);
    }
  });
});
