import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ensureInstallation } from "../../../local/emulator/installation";
import { projectRoot } from "../../../local/project";

describe("the patches for upstream", function () {
  this.timeout(300_000);
  const folder = path.join(projectRoot, "local", "emulator", "upstream");
  const patches = readdirSync(folder).filter((name) => name.endsWith(".patch"));

  it("fit the emulator's version", async () => {
    const python = await ensureInstallation();
    const where = "import ministack, os; print(os.path.dirname(os.path.dirname(ministack.__file__)))";
    const cwd = execFileSync(python, ["-c", where], { encoding: "utf8" }).trim();
    for (const name of patches) {
      const { status, stderr } = spawnSync("git", ["apply", "--check", path.join(folder, name)], {
        cwd,
        encoding: "utf8",
      });
      assert.equal(status, 0, `${name}: ${stderr}`);
    }
  });

  it("give their reason, AWS's page, and are on the list", () => {
    const list = readFileSync(path.join(folder, "README.md"), "utf8");
    assert.ok(patches.length >= 3);
    for (const name of patches) {
      const [reason = ""] = readFileSync(path.join(folder, name), "utf8").split("\n---\n");
      assert.match(reason, /^Subject: .+\n\n.+/);
      assert.match(reason, /https:\/\/docs\.aws\.amazon\.com\//);
      assert.ok(list.includes(`(${name})`), name);
    }
  });
});
