import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { archives } from "../stack/archives";
import { freePort } from "../freePort";
import { userEnvironment } from "../stack/installedTool";
import { applyChange, missingLine, readSteps, type Step } from "./tutorial";

const page = "docs/tutorial.md";

describe("the tutorial, followed word by word from an empty folder", function () {
  this.timeout(600_000); // it installs from the npm registry
  const empty = mkdtempSync(path.join(tmpdir(), "headroom-tutorial-"));
  /** What the reader's shell keeps from one block to the next: its folder, and its variables and functions. */
  const shell = mkdtempSync(path.join(tmpdir(), "headroom-shell-"));
  const [kept, folder] = [path.join(shell, "kept"), path.join(shell, "folder")];
  const project = path.join(empty, "shop");
  let port: string;
  let environment: NodeJS.ProcessEnv;

  before(async () => {
    port = String(await freePort());
    const person = { NAME: "Ann", EMAIL: "ann@example.com" };
    environment = {
      ...userEnvironment(),
      HEADROOM_PORT: port,
      HEADROOM: path.dirname((await archives()).cli),
      npm_config_prefer_offline: "true",
      ...Object.fromEntries(
        Object.entries(person).flatMap(([name, value]) => [
          [`GIT_AUTHOR_${name}`, value],
          [`GIT_COMMITTER_${name}`, value],
        ]),
      ),
    };
    writeFileSync(kept, "");
    writeFileSync(folder, empty);
  });
  after(async () => {
    if (existsSync(project)) await run("npx headroom down");
    for (const each of [empty, shell]) rmSync(each, { recursive: true, force: true });
  });

  /** Runs a block as the next lines of one shell. The page has the standard port, and this one its own. */
  function run(script: string): Promise<{ code: number; output: string }> {
    const lines = [
      "exec 2>&1; set -euo pipefail; set -a",
      `. ${kept}; cd "$(cat ${folder})"`,
      script.replaceAll("127.0.0.1:4566", `127.0.0.1:${port}`),
      `{ declare -px; declare -f; } > ${kept}; pwd > ${folder}`,
    ];
    return promisify(execFile)("bash", ["-c", lines.join("\n")], { env: environment, maxBuffer: 1 << 26 }).then(
      ({ stdout }) => ({ code: 0, output: stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, output: stdout }),
    );
  }

  async function follow(step: Step): Promise<void> {
    if (step.kind !== "run") return write(step);
    const { script, output: expected, code: wanted, repeated } = step;
    const deadline = Date.now() + (repeated ? 60_000 : 0);
    for (;;) {
      const { code, output } = await run(script);
      const shown = output.replaceAll(`127.0.0.1:${port}`, "127.0.0.1:4566");
      const missing = missingLine(shown, expected);
      if (missing !== undefined && Date.now() < deadline) continue;
      assert.equal(code, wanted, output);
      assert.equal(missing, undefined, `the page shows a line that is not printed: ${missing}\n${shown}`);
      return;
    }
  }

  function write({ kind, file, text }: Exclude<Step, { kind: "run" }>): void {
    const place = path.join(project, file);
    mkdirSync(path.dirname(place), { recursive: true });
    if (kind === "file") writeFileSync(place, text);
    else if (kind === "add") appendFileSync(place, `\n${text}`);
    else writeFileSync(place, applyChange(readFileSync(place, "utf8"), text));
  }

  let stopped = false;
  for (const step of readSteps(page)) {
    const [first = ""] = step.kind === "run" ? step.script.split("\n") : [`${step.kind} ${step.file}`];
    it(`line ${step.line}: ${first}`, async function () {
      if (stopped) return this.skip(); // each step builds on those before
      stopped = true;
      await follow(step);
      stopped = false;
    });
  }
});
