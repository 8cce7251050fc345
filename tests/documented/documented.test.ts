import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ensureEngine } from "../../local/engine";
import { projectRoot } from "../../local/project";
import { Checkout } from "../stack/checkout";
import { documentedCommands, listFlags, commandName } from "./commands";
import { excepted, executed } from "./executed";

const commands = documentedCommands();
const names = [...new Set(commands.map(({ line }) => commandName(line)))].sort();
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

describe("what the pages and workflows tell to run", function () {
  this.timeout(180_000);

  it("is found", () => {
    assert.ok(commands.length > 60, String(commands.length));
    for (const name of ["npm start", "npm run report", "pulumi up", "npm run docs:api"])
      assert.ok(names.includes(name), name);
  });

  for (const name of names) {
    it(`${name}: a test executes it, or a reason is given`, () => {
      const [first] = commands.filter(({ line }) => commandName(line) === name);
      assert.ok(
        name in executed !== name in excepted,
        `${first?.where} tells to run "${first?.line}": add ${name} to tests/documented/executed.ts, with the test that runs it`,
      );
    });
  }

  it("has no proof and no reason that nothing needs any more", () => {
    assert.deepEqual(
      [...Object.keys(executed), ...Object.keys(excepted)].filter((name) => !names.includes(name)),
      [],
    );
  });

  for (const [name, proof] of Object.entries(executed)) {
    if (!("file" in proof)) continue;
    it(`${name}: ${proof.file} executes it`, () => {
      const text = readFileSync(proof.file, "utf8").replaceAll(/\s+/g, " ");
      assert.ok(text.includes(proof.call), `${proof.file} has no ${proof.call}`);
    });
  }

  it("names scripts of package.json, and folders of bench/", () => {
    for (const { where, line } of commands) {
      const [, script] = /^npm (?:--silent )?run ([\w:-]+)/.exec(line) ?? [];
      if (script && !/ -w /.test(line)) assert.ok(script in scripts, `${where}: ${line}`);
      const [, folder] = /^npm run bench -- (\w+)/.exec(line) ?? [];
      if (folder) assert.ok(existsSync(path.join("bench", folder, "index.ts")), `${where}: ${line}`);
    }
  });

  it("gives the commands of the npm scripts flags that they know", () => {
    const own = commands.filter(
      ({ line }) => /^npm (--silent )?run \S+ .*-- /.test(line) || line.startsWith("npm start --"),
    );
    for (const script of new Set(own.map(({ line }) => /^npm (?:--silent )?(?:run )?(\S+)/.exec(line)?.[1] ?? ""))) {
      const command = script === "start" ? "up" : script;
      const help = execFileSync(process.execPath, ["cli/run.mjs", command, "--help"], {
        cwd: projectRoot,
        encoding: "utf8",
      });
      for (const { where, line } of own.filter((each) => each.line.includes(` ${script} `))) {
        const given = listFlags(line.slice(line.indexOf(" -- ") + 3));
        for (const flag of given) assert.match(help, new RegExp(`${flag}\\b`), `${where}: ${line}`);
      }
    }
  });

  it("gives Pulumi's CLI commands and flags that it knows", async () => {
    const { command } = await ensureEngine({ progress: () => {} });
    for (const name of names.filter((each) => each.startsWith("pulumi "))) {
      const words = name.split(" ").slice(1);
      const { status, stdout } = spawnSync(command.command, [...words, "--help"], { encoding: "utf8" });
      assert.equal(status, 0, name);
      // Of a command that it does not know it shows the parent's help; some are another's alias.
      assert.match(stdout, new RegExp(`(Usage|Aliases):\\n[^\\n]*\\b${words.at(-1)}\\b`), name);
      for (const { where, line } of commands.filter((each) => commandName(each.line) === name)) {
        for (const flag of listFlags(line)) assert.match(stdout, new RegExp(`${flag}\\b`), `${where}: ${line}`);
      }
    }
  });

  describe("and runs here", () => {
    let checkout: Checkout;
    before(async () => {
      checkout = await Checkout.copy();
    });
    after(() => checkout.close());

    for (const proof of Object.values(executed)) {
      if (!("here" in proof)) continue;
      it(proof.here, async () => {
        const pages = [
          "docs/rules.md",
          "docs/limits.md",
          "docs/prices.md",
          "docs/report.schema.json",
          "docs/stack.schema.json",
          "docs/architecture.md",
        ];
        const before = pages.map((page) => checkout.read(page));
        const { code, stdout, stderr } = await checkout.runLine(proof.here);
        assert.equal(code, 0, stdout + stderr);
        assert.deepEqual(
          pages.map((page) => checkout.read(page)),
          before,
          "a generated page is not up to date",
        );
      });
    }
  });
});
