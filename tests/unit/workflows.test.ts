import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { projectRoot } from "../../local/project";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  if?: string;
  permissions?: Record<string, string>;
  environment?: string;
  steps?: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const files = globSync(".github/workflows/*.yml", { cwd: projectRoot }).sort();
const readText = (file: string) => readFileSync(path.join(projectRoot, file), "utf8");
const readWorkflow = (file: string) => parse(readText(file)) as Workflow;
const jobs = files.flatMap((file) =>
  Object.entries(readWorkflow(file).jobs).map(([name, job]) => ({ file, name, job })),
);
const listSteps = ({ steps = [] }: Job) => steps;

describe("the workflows", () => {
  for (const file of files) {
    it(`${file} names every action by a commit, with its version next to it`, () => {
      const uses = [...readText(file).matchAll(/^.*\buses: (.*)$/gm)].map(([, what = ""]) => what);
      assert.ok(uses.length > 0);
      for (const what of uses) assert.match(what, /^(\.\/.*|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    });

    it(`${file} can only read unless a job says otherwise, and takes no secret`, () => {
      const { permissions, on } = readWorkflow(file);
      assert.deepEqual(permissions, { contents: "read" });
      assert.ok(!("pull_request_target" in on), "it would give a fork's code the rights of the repository");
      assert.doesNotMatch(readText(file), /\$\{\{\s*secrets\./);
    });

    it(`${file} puts nothing that others write into a script`, () => {
      for (const job of Object.values(readWorkflow(file).jobs))
        for (const { run = "" } of listSteps(job)) assert.doesNotMatch(run, /\$\{\{/);
    });
  }

  it("and the action name every action by a commit, and put nothing that others write into a script", () => {
    const text = readText("action.yml");
    const uses = [...text.matchAll(/^.*\buses: (.*)$/gm)].map(([, what = ""]) => what);
    assert.ok(uses.length > 0);
    for (const what of uses) assert.match(what, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const { runs } = parse(text) as { runs: { steps: Step[] } };
    for (const { run = "" } of runs.steps) assert.doesNotMatch(run, /\$\{\{/);
    assert.doesNotMatch(text, /secrets\./);
  });

  it("run npm scripts that exist", () => {
    const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };
    const named = files.flatMap((file) =>
      [...readText(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name),
    );
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });

  it("leave no token in a checkout", () => {
    for (const { file, job } of jobs) {
      for (const { uses = "", with: settings } of listSteps(job))
        if (uses.startsWith("actions/checkout@")) assert.equal(settings?.["persist-credentials"], false, file);
    }
  });

  it("give a job that writes to GitHub none of the repository's code, but for Pulumi's own comment", () => {
    for (const { file, name, job } of jobs) {
      const writes = Object.entries(job.permissions ?? {}).filter(
        ([what, right]) => right === "write" && what !== "id-token",
      );
      const checkout = listSteps(job).some(({ uses = "" }) => uses.startsWith("actions/checkout@"));
      if (writes.length > 0 && checkout) assert.equal(`${file} ${name}`, ".github/workflows/preview.yml account");
    }
  });

  it("exchange a token for credentials only away from forks, in an environment, or on main", () => {
    const allowed: Record<string, boolean> = {};
    for (const { file, name, job } of jobs) {
      if (job.permissions?.["id-token"] !== "write") continue;
      const own = /head\.repo\.full_name == github\.repository/.test(job.if ?? "");
      const { on } = readWorkflow(file);
      allowed[`${path.basename(file)} ${name}`] = own || job.environment !== undefined || "schedule" in on;
    }
    assert.deepEqual(allowed, {
      "drift.yml compare": true,
      "preview.yml account": true,
      "release.yml publish": true,
      "up.yml up": true,
    });
  });

  it("run Pulumi under the policy pack, always", () => {
    const runs = jobs
      .flatMap(({ job }) => listSteps(job))
      .filter(({ uses = "" }) => uses.startsWith("pulumi/actions@"));
    assert.equal(runs.length, 3);
    for (const { with: settings } of runs) assert.equal(settings?.policyPacks, "policy");
  });

  it("pass actionlint, where Go can build it", function () {
    this.timeout(180_000);
    const actionlint = (...args: string[]) =>
      spawnSync("go", ["run", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12", ...args], {
        cwd: projectRoot,
        encoding: "utf8",
      });
    if (actionlint("-version").status !== 0) this.skip();
    const { status, stdout } = actionlint("-color=false");
    assert.equal(status, 0, stdout);
  });
});

/** Runs a job's last script with a `gh` that answers what it is told and writes down what it was asked. */
function runScript(file: string, job: string, env: Record<string, string>, answer: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-workflow-"));
  try {
    const bin = path.join(folder, "bin");
    mkdirSync(bin);
    writeFileSync(
      path.join(bin, "gh"),
      `#!/bin/sh\necho "$*" | head -n 1 >> "${folder}/asked"\ncase "$*" in *--jq*) echo "${answer}";; esac\n`,
    );
    chmodSync(path.join(bin, "gh"), 0o755);
    const script = listSteps(readWorkflow(file).jobs[job] ?? {}).findLast(({ run }) => run)?.run ?? "";
    const { status, stderr } = spawnSync("bash", ["-e", "-c", script], {
      cwd: folder,
      encoding: "utf8",
      env: { ...env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
    });
    assert.equal(status, 0, stderr);
    return readFileSync(path.join(folder, "asked"), "utf8").trim().split("\n").slice(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("the issue on drift", () => {
  const issue = (RESULT: string, number: string) =>
    runScript(".github/workflows/drift.yml", "issue", { RESULT, RUN: "https://run" }, number);

  it("is opened when a stack differs", () => {
    const [asked = "", ...more] = issue("failure", "");
    assert.match(asked, /^issue create --title Deployed stacks differ from the program --body .*https:\/\/run$/);
    assert.deepEqual(more, []);
  });

  it("is not opened twice", () => {
    assert.deepEqual(issue("failure", "9"), ["issue comment 9 --body Still so, or the comparison failed: https://run"]);
  });

  it("is closed when nothing differs any more", () => {
    assert.deepEqual(issue("success", "9"), ["issue close 9 --comment Nothing differs any more: https://run"]);
  });

  it("is not spoken of when all is well", () => {
    assert.deepEqual(issue("success", ""), []);
  });
});
