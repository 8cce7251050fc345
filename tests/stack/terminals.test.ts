import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { Checkout, type Ended } from "./checkout";
import { compilerOptions } from "./installedTool";

/** What a terminal would obey, in a name: it clears the screen, sets the title, and begins a line anew. */
const evil = "\u001b[2J\u001b]0;owned\u0007\rgood\u202e";
const long = "x".repeat(5_000);
const escape = "\u001b";

const type = "aws:lambda/function:Function";
const lambda = (name: string) => {
  const inputs = {
    runtime: "nodejs24.x",
    handler: "index.handler",
    role: "arn:aws:iam::123456789012:role/r",
    timeout: 901,
  };
  return { urn: `urn:pulumi:prod::shop::${type}::${name}`, type, custom: true, id: name, inputs, outputs: inputs };
};
const manifest = { time: "2026-11-23T00:00:00Z", magic: "", version: "" };
const state = (...names: string[]) =>
  JSON.stringify({ version: 3, deployment: { manifest, resources: names.map(lambda) } }, null, 2);
const quotas = JSON.stringify({ Quotas: [{ QuotaCode: "L-B99A9384", Value: 2000 }] }, null, 2);

/** As an editor on Windows writes a file: a byte order mark, and its own ends of lines. */
const windows = (text: string): string => `\ufeff${text.replaceAll("\n", "\r\n")}`;
/** As the `>` of PowerShell writes it. */
const powershell = (text: string): Buffer => Buffer.from(windows(text), "utf16le");

const program = `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const config = new pulumi.Config();
new aws.sqs.Queue("jobs", { visibilityTimeoutSeconds: config.requireNumber("seconds") });
new aws.ssm.Parameter("vpc", {
  type: "String",
  value: new pulumi.StackReference("acme/network/dev").requireOutput("vpcId").apply(String),
});
`;
const project = {
  "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
  "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n  shop:seconds: 30\n",
  "answers.yaml": "stacks:\n  acme/network/dev:\n    vpcId: vpc-0a1b2c3d4e5f60718\n",
  "policy.json": JSON.stringify({ headroom: { nearLimitPercent: 90 } }, null, 2),
  "package.json": JSON.stringify({ main: "index.ts" }),
  "tsconfig.json": JSON.stringify({ compilerOptions, files: ["index.ts"] }),
  "index.ts": program,
};

describe("commands on any terminal, and on none", function () {
  this.timeout(600_000);
  let checkout: Checkout;

  before(async () => {
    checkout = await Checkout.copy(["thumbnailer"]);
    const write = (name: string, content: string | Buffer): void => writeFileSync(checkout.path(name), content);
    write("state.json", state("slow"));
    write("odd.json", state(evil, long));
    write("windows.json", windows(state("slow")));
    write("powershell.json", powershell(state("slow")));
    write("quotas.json", powershell(quotas));
    mkdirSync(checkout.path("shop"));
    for (const [name, text] of Object.entries(project)) write(`shop/${name}`, windows(text));
    write("shop/package.json", windows(project["package.json"]).slice(1)); // in which Node takes no mark
    symlinkSync(checkout.path("node_modules"), checkout.path("shop", "node_modules"));
  });
  after(() => checkout.close());

  /** `headroom` in the folder of the user's project. */
  const headroom = (...args: string[]): Promise<Ended> =>
    checkout.runLine(
      `cd shop; exec ${process.execPath} ../tool/headroom.mjs ${args.map((each) => `'${each}'`).join(" ")}`,
    );

  /** Commands that need nothing deployed, with their exit codes. */
  const commands: [args: string[], code: number][] = [
    [["--help"], 0],
    [["limits"], 0],
    [["limits", "--json"], 0],
    [["policy", "--file", "state.json"], 1],
    [["policy", "--file", "state.json", "--sarif"], 1],
    [["cost", "--stack", "dev"], 0],
    [["preview", "--stack", "dev"], 0],
    [["report", "--stack", "dev"], 0],
    [["preview", "--stack", "nowhere"], 2],
    [["logs"], 2],
    [["invoke", evil], 2],
    [["dead-letters"], 2],
    [["clock"], 2],
    [["sign-in", "--user", evil], 2],
    [["bench", evil], 2],
    [["preview", "--stack", evil], 2],
    [["policy", "--file", long], 2],
    [["policy", "--file", evil], 2],
    [["limits", "--file", evil], 2],
    [["cost", "--stack", "dev", "--config", `${evil}=1`], 2],
    [[evil], 2],
    [["limits", `--${long}`], 2],
  ];

  for (const [args, code] of commands) {
    const line = JSON.stringify(args.join(" ")).slice(0, 60);
    it(`${line}: the same exit code without a terminal, no colour, no control character and no stack trace`, async () => {
      const ended = await checkout.run(...args);
      assert.equal(ended.code, code, ended.stdout + ended.stderr);
      for (const text of [ended.stdout, ended.stderr]) {
        assert.doesNotMatch(text, /(?![\t\n])\p{Cc}|\u202e/u);
        assert.doesNotMatch(text, /^ +at /m);
      }
    });
  }

  /** Runs a command whose reader goes away at once. */
  const closed = (args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; stderr: string }> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ["cli/run.mjs", ...args], {
        cwd: checkout.folder,
        env: { ...checkout.environment, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      child.stdout.destroy();
      let stderr = "";
      child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
      child.on("error", reject).on("close", (code) => resolve({ code, stderr }));
    });

  for (const [args, code] of commands.filter(([, code]) => code < 2)) {
    const ends = code === 0 ? "141, as any program does" : `${code}: a verdict remains one`;
    it(`${args.join(" ")} into a pipe that is closed ends with ${ends}, and no word of it`, async () => {
      const ended = await closed(args);
      assert.equal(ended.code, code === 0 ? 141 : code, ended.stderr);
      assert.doesNotMatch(ended.stderr, /EPIPE|^ +at /m);
    });
  }

  it("under npm, which would print that as a failure, a closed pipe is none", async () => {
    assert.equal((await closed(["limits"], { npm_lifecycle_event: "limits" })).code, 0);
  });

  it("names that a terminal would obey are shown escaped, and long ones whole", async () => {
    const { code, stdout } = await checkout.run("policy", "--file", "odd.json");
    assert.equal(code, 1);
    assert.ok(stdout.includes("\\u001b[2J\\u001b]0;owned\\u0007\\u000dgood\\u202e"), stdout.slice(0, 2_000));
    assert.ok(!stdout.includes(escape));
    assert.ok(stdout.includes(long));
  });

  it("states and quotas that Windows wrote are read as any", async () => {
    const { stdout } = await checkout.run("policy", "--file", "state.json");
    for (const file of ["windows.json", "powershell.json"]) {
      const ended = await checkout.run("policy", "--file", file);
      assert.equal(ended.stdout, stdout.replaceAll("state.json", file), ended.stderr);
    }
    const { code, stdout: limits, stderr } = await checkout.run("limits", "--file", "quotas.json");
    assert.equal(code, 0, stderr);
    assert.match(limits, /2,?000/);
  });

  it("a project whose every file has Windows' ends of lines is previewed as any", async () => {
    const args = ["--answers", "answers.yaml", "--policy-config", "policy.json", "--skip-type-check"];
    const known = await headroom("preview", ...args, "--write-baseline", "known.json");
    assert.equal(known.code, 0, known.stdout + known.stderr);
    writeFileSync(checkout.path("shop", "known.json"), windows(checkout.read("shop", "known.json")));
    const { code, stdout, stderr } = await headroom("preview", ...args, "--baseline", "known.json");
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /\+ aws:sqs:Queue jobs/);
    assert.doesNotMatch(stdout, /assumed|stack acme\/network\/dev/);
  });
});
