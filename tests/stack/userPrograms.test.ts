import { specialResourceSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type PolicyDocument } from "../../cli/commands/policy";
import { type PreviewDocument } from "../../cli/commands/preview";
import { type ReportAllDocument } from "../../cli/commands/reportAll";
import { type StatesDocument } from "../../cli/commands/states";
import { type CostReport } from "../../report/cost";
import { type ReportDocument } from "../../report/document";
import { compilerOptions, dependencies, InstalledTool } from "./installedTool";
import { compareWithDeployed } from "./userDeployed";
import { userPrograms } from "./userPrograms";

describe("the tool, installed from its package beside programs of users", function () {
  this.timeout(900_000); // it installs from the npm registry
  const tool = new InstalledTool();
  const place = tool.path.bind(tool);
  const run = tool.run.bind(tool);

  before(async () => {
    await tool.install(dependencies);
    for (const [name, { files }] of Object.entries(userPrograms)) tool.write(name, files);
  });
  after(() => tool.remove());

  for (const [name, { planned, assumed = [], absent, stopped = [], args = [] }] of Object.entries(userPrograms)) {
    it(`previews ${name}`, async () => {
      const before = contents(place(name));
      const { stdout, stderr } = await run(name, "preview", "--json", "--skip-type-check", ...args);
      const { diagnostics, steps, assumptions, changes, findings } = JSON.parse(stdout) as PreviewDocument;
      assert.deepEqual(
        diagnostics.filter(({ severity }) => severity === "error"),
        [],
        stderr,
      );
      const made = steps.map(({ type, name }) => `${type} ${name}`);
      for (const each of planned) assert.ok(made.includes(each), `${each} is not among\n${made.join("\n")}`);
      for (const each of assumed)
        assert.ok(
          assumptions.some((line) => each.test(line)),
          `${String(each)}\n${assumptions.join("\n")}`,
        );
      const mandatory = findings.filter(({ enforcement }) => enforcement === "mandatory");
      assert.deepEqual([...new Set(mandatory.map(({ policy }) => policy))], stopped);
      if (absent) for (const each of made) assert.doesNotMatch(each, absent);
      assert.equal(changes.create, steps.filter(({ op, component }) => op === "create" && !component).length);
      assert.deepEqual(contents(place(name)), before, "something of the project was written");
      assert.equal(readFileSync(place(name, ".headroom", ".gitignore"), "utf8"), "*\n");
    });
  }

  it("writes a report and a cost of one, with the types checked, and says where a finding is", async () => {
    const name = "several-regions";
    const report = await run(name, "report", "--json");
    const { findings, cost, failed } = JSON.parse(report.stdout) as ReportDocument;
    assert.equal(failed, undefined, report.stderr);
    assert.match(report.stderr, /^dev needs review$/m);
    assert.ok(cost);
    assert.ok(
      findings.some(({ place }) => place?.file === "index.ts"),
      JSON.stringify(findings, null, 1),
    );
    assert.ok(existsSync(place(name, ".headroom", "report", "report.html")));
    const costs = await run(name, "cost", "--json", "--skip-type-check", "--usage", "requests=5M");
    assert.equal(costs.code, 0, costs.stderr);
    assert.ok((JSON.parse(costs.stdout) as CostReport).resources.length > 0);
  });

  it("reports what changes against a commit of the user's own repository", async () => {
    const name = "compared";
    const program = (seconds: number) =>
      `import * as aws from "@pulumi/aws";\nnew aws.sqs.Queue("jobs", { visibilityTimeoutSeconds: ${seconds} });\n`;
    mkdirSync(place(name));
    writeFileSync(place(name, "Pulumi.yaml"), "name: compared\nruntime: nodejs\n");
    writeFileSync(place(name, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["index.ts"] }));
    writeFileSync(place(name, "index.ts"), program(30));
    const git = (...args: string[]) =>
      promisify(execFile)("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
        cwd: place(name),
      });
    await git("init", "--quiet", "--initial-branch", "main");
    await git("add", "--all");
    await git("commit", "--quiet", "--message", "base");
    writeFileSync(place(name, "index.ts"), program(60));
    const { stdout, stderr } = await run(name, "report", "--json", "--base", "main", "--skip-type-check");
    const { changes, comparedWith } = JSON.parse(stdout) as ReportDocument;
    assert.match(comparedWith, /^main \([0-9a-f]{7}\)$/, stderr);
    const told = changes.map(({ kind, name, places }) => [
      kind,
      name,
      ...places.map(({ from, to }) => `${from} → ${to}`),
    ]);
    assert.deepEqual(told, [["update", "jobs", "30 → 60"]]);
    const { stdout: status } = await git("status", "--porcelain");
    assert.equal(status, " M index.ts\n");
  });

  it("takes up a program as it is: a preview writes a baseline, and only what is new after it counts", async () => {
    mkdirSync(place("taken"));
    const queue = (name: string) =>
      `new aws.sqs.Queue("${name}", { fifoQueue: true, name: "${name}.fifo", receiveWaitTimeSeconds: 21 });\n`;
    const program = `import * as aws from "@pulumi/aws";\n${queue("old")}`;
    writeFileSync(place("taken", "Pulumi.yaml"), "name: taken\nruntime: nodejs\n");
    writeFileSync(place("taken", "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["index.ts"] }));
    writeFileSync(place("taken", "index.ts"), program);
    const preview = (...flags: string[]) => run("taken", "preview", "--skip-type-check", ...flags);
    assert.equal((await preview("--write-baseline", "known.json")).code, 0);
    const known = await preview("--baseline", "known.json");
    assert.equal(known.code, 0, known.stdout);
    assert.match(known.stdout, /findings? of the baseline still there, not counted/);
    writeFileSync(place("taken", "index.ts"), program + queue("new"));
    const { code, stdout } = await preview("--baseline", "known.json");
    assert.equal(code, 1);
    assert.match(stdout, /Queue "new": receiveWaitTimeSeconds is 21/);
    assert.doesNotMatch(stdout, /Queue "old"/);
    const missing = await preview("--baseline", "none.json");
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /headroom preview --write-baseline none\.json writes it/);
  });

  it("judges an exported state, in a folder of no project", async () => {
    mkdirSync(place("exported"));
    const type = "aws:lambda/function:Function";
    const inputs = {
      runtime: "nodejs24.x",
      handler: "index.handler",
      role: "arn:aws:iam::123456789012:role/r",
      timeout: 901,
    };
    const urn = `urn:pulumi:prod::shop::${type}::slow`;
    const reference = { [specialSigKey]: specialResourceSig, urn, id: "slow", packageVersion: "7.48.0" };
    const resources = [
      { urn, type, custom: true, id: "slow", inputs, outputs: inputs },
      // A component says what it is made of, as those of awsx do.
      {
        urn: "urn:pulumi:prod::shop::shop:web:Site::site",
        type: "shop:web:Site",
        custom: false,
        outputs: { parts: [reference] },
      },
    ];
    const manifest = { time: "2026-11-23T00:00:00Z", magic: "", version: "" };
    writeFileSync(place("exported", "state.json"), JSON.stringify({ version: 3, deployment: { manifest, resources } }));
    const { code, stdout, stderr } = await run("exported", "policy", "--file", "state.json");
    assert.equal(code, 1, stderr);
    assert.match(stdout, /Function "slow": timeout is 901 s; AWS allows 1 to 900 s\./);
  });

  it("judges a folder of exported states as the engine does, the worst first, on one page", async () => {
    const folder = place("exported", "states");
    mkdirSync(path.join(folder, "team"), { recursive: true });
    const worst = JSON.parse(readFileSync(place("exported", "state.json"), "utf8")) as {
      deployment: { resources: { inputs: object; outputs: object }[] };
    };
    writeFileSync(path.join(folder, "team", "worst.json"), JSON.stringify(worst));
    const better = structuredClone(worst);
    for (const resource of better.deployment.resources) {
      resource.inputs = { ...resource.inputs, timeout: 60 };
      resource.outputs = resource.inputs;
    }
    for (let index = 0; index < 19; index++)
      writeFileSync(path.join(folder, `better-${index}.json`), JSON.stringify(better));
    writeFileSync(path.join(folder, "broken.json"), '{"version": 3}');
    const { code, stdout, stderr } = await run("exported", "policy", "--states", "states", "--json");
    assert.equal(code, 1, stderr);
    const { ok, states } = JSON.parse(stdout) as StatesDocument;
    assert.equal(ok, false);
    assert.equal(states.length, 21);
    assert.match(states[0]!.problem ?? "", /no deployment\.resources/);
    assert.equal(states[1]!.file, path.join("team", "worst.json"));
    // What the engine's own analysis finds in the same state.
    const single = await run("exported", "policy", "--file", "state.json", "--json");
    const { findings } = JSON.parse(single.stdout) as PolicyDocument;
    const count = (level: string) => findings.filter(({ enforcement }) => enforcement === level).length;
    assert.ok(count("mandatory") > 0);
    assert.deepEqual([states[1]!.mandatory, states[1]!.advisory], [count("mandatory"), count("advisory")]);
    assert.deepEqual(
      new Set(states[1]!.findings.map(({ rule }) => rule)),
      new Set(findings.map(({ policy }) => policy)),
    );
    assert.match(readFileSync(place("exported", ".headroom", "states", "states.html"), "utf8"), /shop\/prod \(team/);
    const none = await run("exported", "policy");
    assert.equal(none.code, 2);
    assert.match(none.stderr, /--file, or a folder of them with --states/);
  });

  it("reports what changes of what is deployed, by a state that another key keeps secret", () =>
    compareWithDeployed(tool));

  it("reports on every program of a repository, the worst first", async () => {
    for (const [name, timeout] of [
      ["fine", 30],
      ["wrong", 901],
    ] as const)
      tool.write(path.join("repository", name), {
        "index.ts": `import * as aws from "@pulumi/aws";
new aws.lambda.Function("fn", { runtime: "nodejs24.x", handler: "i.h", role: "arn:aws:iam::123456789012:role/r", timeout: ${timeout} });
`,
      });
    const { code, stdout, stderr } = await run("repository", "report", "--all", "--json", "--skip-type-check");
    assert.equal(code, 1, stderr);
    const { programs } = JSON.parse(stdout) as ReportAllDocument;
    assert.deepEqual(
      programs.map(({ folder }) => folder),
      ["wrong", "fine"],
    );
    assert.equal(programs[0]!.outcome, "blocked");
    assert.match(
      readFileSync(place("repository", ".headroom", "report", "all.html"), "utf8"),
      /href="wrong\/report\.html"/,
    );
  });

  it("keeps a program's process.exit to that program", async () => {
    mkdirSync(place("exits"));
    writeFileSync(place("exits", "Pulumi.yaml"), "name: exits\nruntime: nodejs\n");
    writeFileSync(place("exits", "index.js"), 'console.log("going"); process.exit(3);\n');
    const { code, stdout, stderr } = await run("exits", "preview");
    assert.equal(code, 1);
    assert.match(stdout + stderr, /going/);
    assert.match(stdout + stderr, /the program ended with exit code 3/);
  });

  it("fails with the program's own words where that is broken", async () => {
    mkdirSync(place("broken"));
    writeFileSync(place("broken", "Pulumi.yaml"), "name: broken\nruntime: nodejs\n");
    writeFileSync(place("broken", "index.js"), 'throw new Error("no such table");\n');
    const { code, stdout, stderr } = await run("broken", "preview");
    assert.equal(code, 1);
    assert.match(stdout + stderr, /no such table/);
    assert.doesNotMatch(stdout + stderr, /fault in headroom/);
  });

  it("ends with one line, exit code 2 and nothing written outside of a project, for an unknown runtime and a wrong flag", async () => {
    mkdirSync(place("empty"));
    mkdirSync(place("cobol"));
    writeFileSync(place("cobol", "Pulumi.yaml"), "name: cobol\nruntime: cobol\n");
    mkdirSync(place("half"));
    writeFileSync(place("half", "Pulumi.yaml"), "name: half\nruntime: {}\n");
    mkdirSync(place("unread"));
    writeFileSync(place("unread", "Pulumi.yaml"), "name: [half\n");
    tool.write("module", { "Pulumi.yaml": "name: m\nruntime: nodejs\nmain: jobs.mts\n", "jobs.mts": "export {};\n" });
    for (const [name, args, message] of [
      ["empty", ["preview"], /has no Pulumi\.yaml\. Fix: run this inside a Pulumi project/],
      ["cobol", ["preview"], /the runtime is cobol, and pulumi-language-cobol is not on this machine.*Fix: install/],
      ["half", ["preview"], /Pulumi\.yaml: name and runtime are needed/],
      ["unread", ["preview"], /Pulumi\.yaml: .*at line 2/],
      ["module", ["preview"], /jobs\.mts: Pulumi's SDK loads .* Fix: set the runtime option "typescript: false"/],
      ["several-regions", ["preview", "--region", "mars"], /--region mars: not the name of a Region/],
      ["several-regions", ["preview", "--account", "12"], /--account 12: not the number of an account/],
      ["several-regions", ["policy", "--file", "none.json"], /--file none\.json: there is no such file/],
      ["several-regions", ["preview", "--stack", "prod"], /there is no file Pulumi\.prod\.yaml\. Stacks: dev/],
      ["several-regions", ["preview", "--answer", "x"], /unknown option '--answer' \(Did you mean --answers\?\)/],
      ["several-regions", ["preview", "--answers", "none.yaml"], /--answers none\.yaml: there is no such file/],
    ] as const) {
      const { code, stdout, stderr } = await run(name, ...args);
      assert.equal(code, 2, stderr);
      assert.equal(stdout, "");
      assert.match(stderr, message);
    }
    for (const name of ["empty", "cobol", "half", "unread"]) assert.ok(!existsSync(place(name, ".headroom")), name);
  });

  it("says what to install where a program's dependencies are not", async () => {
    const alone = mkdtempSync(path.join(tmpdir(), "headroom-alone-"));
    try {
      writeFileSync(path.join(alone, "Pulumi.yaml"), "name: alone\nruntime: nodejs\n");
      const { code, stdout, stderr } = await run(path.relative(tool.folder, alone), "preview");
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, /^headroom: the Pulumi SDK is not installed for .*Fix: install the program's dependencies/);
      assert.deepEqual(readdirSync(alone), ["Pulumi.yaml"]);
    } finally {
      rmSync(alone, { recursive: true });
    }
  });
});

/** Every file of a folder but those of ours, with its time. */
function contents(folder: string): Record<string, number> {
  const files = globSync("**/*", { cwd: folder, exclude: (name) => name.startsWith(".headroom") }).sort();
  return Object.fromEntries(files.map((file) => [file, statSync(path.join(folder, file)).mtimeMs]));
}
