import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { projectRoot } from "../../local/project";
import { type ReportDocument } from "../../report/document";
import { Checkout } from "./checkout";
import { type Ran, runAction } from "./workflowRun";

/** A project of somebody else's, below the root of its repository; in JavaScript, so that nothing is compiled for minutes. */
const program = (seconds: number, more = ""): string => `const aws = require("@pulumi/aws");
new aws.sqs.Queue("orders", { sqsManagedSseEnabled: true, visibilityTimeoutSeconds: ${seconds} });
${more}`;

describe("other people's pull and merge requests", function () {
  this.timeout(600_000);
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-ci-"));
  const repository = path.join(folder, "repository");
  const bin = path.join(folder, "bin");
  const made = (...names: string[]): string => path.join(folder, "temp", "headroom", ...names);
  const environment: NodeJS.ProcessEnv = {
    ...Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) => !/^(AWS_|PULUMI_|NODE_(?!EXTRA_CA_CERTS)|npm_|TS_NODE_|HEADROOM_|GITHUB_|CI_)/.test(name),
      ),
    ),
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    RUNNER_TEMP: path.join(folder, "temp"),
    GITHUB_OUTPUT: path.join(folder, "output"),
    GITHUB_STEP_SUMMARY: path.join(folder, "summary.md"),
    GITHUB_BASE_REF: "main",
  };

  const git = (...args: string[]): string => {
    const who = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
    return execFileSync("git", [...who, ...args], { cwd: repository, encoding: "utf8" }).trim();
  };
  const write = (file: string, text: string): void => writeFileSync(path.join(repository, "infra", file), text);
  const report = (): ReportDocument => JSON.parse(readFileSync(made("report.json"), "utf8")) as ReportDocument;

  before(() => {
    for (const each of ["repository/infra", "bin", "temp"]) mkdirSync(path.join(folder, each), { recursive: true });
    symlinkSync(path.join(projectRoot, "node_modules"), path.join(repository, "node_modules"));
    write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
    write("Pulumi.dev.yaml", "config:\n  aws:region: eu-west-1\n");
    write("package.json", JSON.stringify({ main: "index.js" }));
    write("index.js", program(60));
    git("init", "--quiet", "--initial-branch", "main");
    writeFileSync(path.join(repository, ".git", "info", "exclude"), "node_modules\n");
    git("add", "--all");
    git("commit", "--quiet", "--message", "base");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const withAction = (text: string, inputs: Record<string, string> = {}): Ran => {
    for (const each of ["output", "summary.md", "temp"])
      rmSync(path.join(folder, each), { recursive: true, force: true });
    mkdirSync(path.join(folder, "temp"));
    write("index.js", text);
    git("commit", "--quiet", "--all", "--allow-empty", "--message", "change");
    return runAction({ folder: "infra", install: "false", usage: "requests=5M", ...inputs }, repository, environment);
  };

  it("get the report of the difference from the action, with its verdict, its cost and SARIF", () => {
    const { green, log } = withAction(program(90, `new aws.sqs.Queue("late", { sqsManagedSseEnabled: true });`));
    assert.ok(green, log);
    const { changes, comparedWith, cost, verdict } = report();
    assert.deepEqual(changes.map(({ kind, name }) => `${kind} ${name}`).sort(), ["create late", "update orders"]);
    assert.match(comparedWith, /^origin\/main \([0-9a-f]{7}\)$/);
    assert.ok(cost?.difference, "there is no difference of the cost");
    const output = readFileSync(environment.GITHUB_OUTPUT!, "utf8");
    assert.match(output, new RegExp(`^folder=${made()}\nverdict=${verdict.outcome}\n$`));
    assert.equal(readFileSync(environment.GITHUB_STEP_SUMMARY!, "utf8"), readFileSync(made("report.md"), "utf8"));
    const sarif = JSON.parse(readFileSync(made("headroom.sarif"), "utf8")) as { version: string; runs: unknown[] };
    assert.deepEqual([sarif.version, sarif.runs.length], ["2.1.0", 1]);
    assert.equal(git("status", "--porcelain"), "");
  });

  it("are red, with the report in its place, where a mandatory rule is violated", () => {
    const { green } = withAction(program(43_201));
    assert.equal(green, false);
    assert.match(readFileSync(environment.GITHUB_OUTPUT!, "utf8"), /^verdict=blocked$/m);
    assert.match(readFileSync(environment.GITHUB_STEP_SUMMARY!, "utf8"), /^## ⛔ `dev` is blocked/);
  });

  it("are red, and say why, where there is no project", () => {
    const { green, log } = withAction(program(60), { folder: "." });
    assert.equal(green, false);
    assert.match(log, /Pulumi\.yaml/);
    assert.ok(!existsSync(made("report.json")));
  });

  it("get their packages by the lock file of the workspace that the project is in", () => {
    const lockFiles = { "package-lock.json": "npm ci", "pnpm-lock.yaml": "npx --yes pnpm install --frozen-lockfile" };
    for (const name of ["npm", "npx"]) {
      const stub = `#!/bin/sh\necho "$(pwd): ${name} $*" >> '${path.join(folder, "installed")}'\nexit 3\n`;
      writeFileSync(path.join(bin, name), stub);
      chmodSync(path.join(bin, name), 0o755);
    }
    for (const [lock, command] of Object.entries(lockFiles)) {
      writeFileSync(path.join(repository, lock), "");
      const env = { ...environment, HEADROOM_FOLDER: "infra" };
      const script = path.join(projectRoot, "tool", "ci", "report.sh");
      const { status } = spawnSync(script, { cwd: repository, env, encoding: "utf8" });
      assert.equal(status, 3, "an installation that fails ends the job");
      assert.equal(readFileSync(path.join(folder, "installed"), "utf8"), `${repository}: ${command}\n`);
      rmSync(path.join(repository, lock));
      rmSync(path.join(folder, "installed"));
    }
    rmSync(bin, { recursive: true });
  });

  it("get the same from the template for GitLab, which fetches the tool by a commit", async () => {
    const tool = await Checkout.copy();
    try {
      const who = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
      for (const args of [
        ["init", "--quiet"],
        ["add", "--all", "--", ":!node_modules"],
        ["commit", "--quiet", "--message", "tool"],
      ])
        execFileSync("git", [...who, ...args], { cwd: tool.folder });
      write("index.js", program(120));
      git("commit", "--quiet", "--all", "--allow-empty", "--message", "change");
      mkdirSync(path.join(repository, ".headroom-tool"));
      symlinkSync(path.join(projectRoot, "node_modules"), path.join(repository, ".headroom-tool", "node_modules"));
      const text = readFileSync(path.join(projectRoot, "tool", "ci", "gitlab.yml"), "utf8");
      const { headroom } = parse(text) as { headroom: { script: string[]; variables: Record<string, string> } };
      const given: NodeJS.ProcessEnv = {
        ...environment,
        CI_PROJECT_DIR: repository,
        CI_JOB_URL: "https://gitlab.example.com/jobs/7",
        CI_MERGE_REQUEST_DIFF_BASE_SHA: git("rev-parse", "origin/main"),
        HEADROOM_REPOSITORY: pathToFileURL(tool.folder).href,
        HEADROOM_REF: "HEAD",
        HEADROOM_FOLDER: "infra",
        HEADROOM_INSTALL: "false",
      };
      const own = Object.entries(headroom.variables).map(([name, value]) => [
        name,
        value.replaceAll(/\$(\w+)/g, (_, variable: string) => given[variable] ?? ""),
      ]);
      const { status, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", headroom.script.join("\n")], {
        cwd: repository,
        env: {
          ...given,
          ...(Object.fromEntries(own) as NodeJS.ProcessEnv),
          XDG_CACHE_HOME: tool.environment.XDG_CACHE_HOME,
        },
        encoding: "utf8",
      });
      assert.equal(status, 0, stderr);
      const written = path.join(repository, "headroom-report");
      const { changes } = JSON.parse(readFileSync(path.join(written, "report.json"), "utf8")) as ReportDocument;
      assert.deepEqual(
        changes.map(({ kind, name }) => `${kind} ${name}`),
        ["update orders"],
      );
      assert.match(readFileSync(path.join(written, "comment.md"), "utf8"), /gitlab\.example\.com\/jobs\/7/);
      assert.match(readFileSync(path.join(written, "headroom.xml"), "utf8"), /<testsuites/);
    } finally {
      await tool.close();
    }
  });
});
