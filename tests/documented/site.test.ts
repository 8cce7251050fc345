import { execFile } from "node:child_process";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "../../local/project";

const execute = promisify(execFile);

describe("the documentation as a site", function () {
  this.timeout(600_000); // installs its generator and builds two hundred pages

  it("is built from the pages as they are, without a dead link, and can be searched", async () => {
    await execute("npm", ["run", "site"], { cwd: projectRoot, maxBuffer: 64 * 1024 * 1024 });
    const site = path.join(projectRoot, ".local/site");
    const page = readFileSync(path.join(site, "docs/tutorial.html"), "utf8");
    assert.match(page, /<h1[^>]*>Tutorial/);
    assert.match(page, /href="\/docs\/patterns"/, "the menu leads to the patterns");
    assert.doesNotMatch(page, /href="[^"]*\.ts"/, "files of the code are named, not linked");
    const assets = path.join(site, "assets/chunks");
    const index = readdirSync(assets).find((name) => name.includes("localSearchIndex"));
    assert.ok(index, "the index of the search");
    assert.ok(readFileSync(path.join(assets, index), "utf8").includes("/docs/identity-pool#"), "it has the pages");
  });
});
