import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { install } from "../../../cli/bootstrap/install.mjs";

describe("the installation of packages", () => {
  it("never empties the folder of another checkout that node_modules is a link to", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "headroom-install-"));
    try {
      const [root, others] = [path.join(folder, "copy"), path.join(folder, "others")];
      for (const each of [root, path.join(others, "kept")]) mkdirSync(each, { recursive: true });
      symlinkSync(others, path.join(root, "node_modules"));
      const packages = { "node_modules/wanted": { version: "1.0.0" } };
      writeFileSync(path.join(root, "package-lock.json"), JSON.stringify({ packages }));
      await assert.rejects(install(root), /node_modules is a link to .*others.* Fix: run "npm ci"/);
      assert.ok(existsSync(path.join(others, "kept")));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
