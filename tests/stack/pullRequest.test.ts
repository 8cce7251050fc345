import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ReportDocument } from "../../report/document";
import { Checkout } from "./checkout";
import { GitHub, runJob, readSteps } from "./workflowRun";

/** A program of a few resources, with no code to bundle. */
const program = (...resources: string[]): string =>
  `import * as aws from "@pulumi/aws";\n${resources.map((each) => `${each}\n`).join("")}`;
const queue = (name: string, more = ""): string =>
  `new aws.sqs.Queue("${name}", { sqsManagedSseEnabled: true${more} });`;
const role = `new aws.iam.Role("auditor", { assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }) });`;
const resize = (timeout: number): string =>
  `new aws.lambda.Function("resize", { role: "arn:aws:iam::123456789012:role/resize", runtime: "nodejs24.x", handler: "index.handler", s3Bucket: "code", s3Key: "resize.zip", timeout: ${timeout} });`;

describe("the workflow of a pull request", function () {
  this.timeout(600_000);
  let checkout: Checkout;
  let github: GitHub;
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-github-"));
  const summary = path.join(folder, "summary.md");
  const made = (...parts: string[]): string => path.join(folder, "report", ...parts);

  const git = (...args: string[]): void => {
    const who = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
    execFileSync("git", [...who, ...args], { cwd: checkout.folder, stdio: ["ignore", "ignore", "inherit"] });
  };
  const write = (file: string, text: string): void => writeFileSync(checkout.path(file), text);
  const commit = (message: string): void => {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  };

  before(async function () {
    if (spawnSync("jq", ["--version"]).status !== 0) this.skip();
    checkout = await Checkout.copy([]);
    github = new GitHub(folder);
    write("index.ts", program(resize(60), queue("orders")));
    git("init", "--quiet", "--initial-branch", "main");
    // The copy's packages are a link, which .gitignore does not take for the folder that it names.
    writeFileSync(checkout.path(".git", "info", "exclude"), "node_modules\n");
    commit("base");
    git("checkout", "--quiet", "-b", "change");
    // Main goes on: that is no change of the pull request.
    git("checkout", "--quiet", "main");
    write("index.ts", program(resize(60), queue("orders"), queue("later")));
    commit("later");
    git("update-ref", "refs/remotes/origin/main", "main");
    git("checkout", "--quiet", "change");
  });
  after(async () => {
    await checkout?.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs the job `report` on a pull request that has these commits. */
  function pullRequest(change: () => void): { green: boolean; log: string; report: ReportDocument; summary: string } {
    git("reset", "--quiet", "--hard", "change");
    git("checkout", "--quiet", "--detach");
    change();
    commit("change");
    rmSync(summary, { force: true });
    rmSync(made(), { recursive: true, force: true });
    const env = { ...checkout.environment, GITHUB_BASE_REF: "main", GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: folder };
    const ran = runJob("preview.yml", "report", checkout.folder, env);
    assert.ok(existsSync(made("report.json")), ran.log);
    git("checkout", "--quiet", "change");
    const report = JSON.parse(readFileSync(made("report.json"), "utf8")) as ReportDocument;
    return { ...ran, report, summary: readFileSync(summary, "utf8") };
  }
  const changed = ({ changes }: ReportDocument): string[] => changes.map(({ kind, name }) => `${kind} ${name}`);
  const comment = () => runJob("preview.yml", "comment", folder, { ...checkout.environment, PATH: github.path() });

  it("has all commits, since it compares with the base", () => {
    const [checkoutStep] = readSteps("preview.yml", "report");
    assert.equal(checkoutStep?.with?.["fetch-depth"], 0);
  });

  it("shows a timeout that was raised as that, compared with where the branch began: whole, and short", () => {
    const { green, log, report, summary } = pullRequest(() => write("index.ts", program(resize(90), queue("orders"))));
    assert.ok(green, log);
    assert.deepEqual(changed(report), ["update resize"]);
    assert.deepEqual(report.changes[0]?.places, [{ path: "timeout", from: "60", to: "90", replaces: false }]);
    assert.match(report.comparedWith, /^[0-9a-f]{7}, where HEAD left origin\/main$/);
    assert.equal(summary, readFileSync(made("report.md"), "utf8"));
    assert.match(summary, /<summary>Picture<\/summary>/);

    github.comments = [{ id: 1, user: { login: "somebody" }, body: "<!-- headroom report --> looks good" }];
    assert.ok(comment().green);
    const [, own] = github.comments;
    assert.equal(own?.body, readFileSync(made("comment.md"), "utf8"));
    assert.match(own.body, /^<!-- headroom report -->\n\n## /);
    assert.match(own.body, /timeout: 60 → 90/);
    assert.match(own.body, /\[The whole report\]\(https:\/\/github\.com\/owner\/name\/actions\/runs\/77\)/);
    assert.ok(!own.body.includes("<summary>") && own.body.length < summary.length / 2);
  });

  it("shows a queue that was deleted as lost, and writes its own comment anew", () => {
    const { green, log, report } = pullRequest(() => write("index.ts", program(resize(60))));
    assert.ok(green, log);
    assert.deepEqual(changed(report), ["delete orders"]);
    assert.equal(report.verdict.outcome, "review");
    assert.ok(comment().green);
    assert.deepEqual(github.requests.slice(-2), [
      "GET repos/owner/name/issues/5/comments",
      "PATCH repos/owner/name/issues/comments/101",
    ]);
    assert.equal(github.comments.length, 2);
    assert.match(github.comments[1]?.body ?? "", /− sqs Queue \*\*orders\*\*/);
    assert.equal(github.comments[0]?.body, "<!-- headroom report --> looks good");
  });

  it("shows a new role as the one thing that is new", () => {
    const { green, log, report } = pullRequest(() => write("index.ts", program(resize(60), queue("orders"), role)));
    assert.ok(green, log);
    assert.deepEqual(changed(report), ["create auditor"]);
  });

  it("is red when a mandatory rule is violated, with summary and comment in their places", () => {
    const slow = queue("orders", ", visibilityTimeoutSeconds: 43_201");
    const { green, report, summary } = pullRequest(() => write("index.ts", program(resize(60), slow)));
    assert.equal(green, false);
    assert.equal(report.verdict.outcome, "blocked");
    assert.deepEqual(changed(report), ["update orders"]);
    assert.match(summary, /^## ⛔ `dev` is blocked/);
    assert.ok(comment().green);
    assert.match(github.comments[1]?.body ?? "", /## ⛔ `dev` is blocked/);
  });

  it("is red when the preview fails, and tells nothing but that", () => {
    const broken = program(resize(60), queue("orders"), `throw new Error("no such luck");`);
    const { green, report, summary } = pullRequest(() => write("index.ts", broken));
    assert.equal(green, false);
    assert.deepEqual([report.failed, report.changes, report.cost], [true, [], undefined]);
    assert.match(summary, /no such luck/);
    assert.ok(!/Changes|Cost|Headroom|Picture/.test(summary), summary);
  });
});
