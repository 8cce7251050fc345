import assert from "node:assert/strict";
import { build } from "esbuild";
import { execFile } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { archives } from "./archives";
import { type Ended } from "./checkout";
import { PlainPulumi } from "./plainPulumi";
import { startOwnEmulator } from "./providerStack";

const execute = promisify(execFile);

/** The configuration of the compiler in Pulumi's own template for TypeScript. */
const templateConfig = {
  compilerOptions: {
    strict: true,
    outDir: "bin",
    target: "es2020",
    module: "commonjs",
    moduleResolution: "node",
    sourceMap: true,
    experimentalDecorators: true,
    pretty: true,
    noFallthroughCasesInSwitch: true,
    noImplicitReturns: true,
    forceConsistentCasingInFileNames: true,
  },
  files: ["index.ts"],
};

/** What somebody else writes. */
const program = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { NodeFunction, readWriteObjects, Bucket, Table, Thumbnailer, ThumbnailFormat } from "@headroom-serverless/components";
import { limits } from "@headroom-serverless/components/limits";

const config = new pulumi.Config();
const files = new Bucket("files");
const index = new NodeFunction("index", {
  entry: "handler.ts",
  timeoutSeconds: config.getNumber("timeout") ?? 30,
  links: [readWriteObjects(files, { variable: "FILES" })],
});
new Thumbnailer("pictures", { widths: [64], formats: [ThumbnailFormat.Png], timeoutSeconds: limits.lambda.timeout.max });
const events = new aws.sqs.Queue("events", { visibilityTimeoutSeconds: 60, sqsManagedSseEnabled: true });
const greeting = config.requireSecret("greeting");

export const client = DynamoDBClient.name;
export const table = Table.name;
export const bucket = files.bucket;
export const functionName = index.functionName;
export const queue = events.url;
export const secret = greeting;
`;

const handler = `
import { S3Client } from "@aws-sdk/client-s3";
export const handler = async () => ({ region: await new S3Client({}).config.region(), files: process.env.FILES });
`;

const { devDependencies: own } = JSON.parse(readFileSync("package.json", "utf8")) as {
  devDependencies: Record<string, string>;
};
const compiler = { typescript: own.typescript, "@types/node": own["@types/node"] };

describe("a program that installs the packed components and the packed pack", function () {
  this.timeout(600_000); // it installs from the npm registry
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-installed-"));
  const pack = path.join("node_modules", "@headroom-serverless", "policy");
  const components = path.join(folder, "node_modules", "@headroom-serverless", "components");
  let pulumi: PlainPulumi;
  let emulator: Awaited<ReturnType<typeof startOwnEmulator>>;

  before(async () => {
    emulator = await startOwnEmulator();
    pulumi = await PlainPulumi.start({ mode: "emulator", endpoint: emulator.endpoint });
    const npm = async (where: string, ...args: string[]) =>
      execute("npm", args, { cwd: where, env: { ...pulumi.environment, HOME: process.env.HOME } });
    const { components: library, policy } = await archives();
    writeFileSync(
      path.join(folder, "package.json"),
      JSON.stringify({ private: true, main: "index.ts", devDependencies: compiler }),
    );
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(templateConfig));
    writeFileSync(path.join(folder, "Pulumi.yaml"), "name: photos\nruntime: nodejs\n");
    writeFileSync(path.join(folder, "Pulumi.test.yaml"), 'config: {aws:region: eu-west-1, "photos:greeting": hello}\n');
    writeFileSync(path.join(folder, "index.ts"), program);
    writeFileSync(path.join(folder, "handler.ts"), handler);
    const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
    await npm(folder, "install", ...quiet, library, policy);
    assert.equal((await pulumi.run(folder, "stack", "init", "test")).code, 0);
  });
  after(async () => {
    await pulumi.close();
    await emulator.stop();
    rmSync(folder, { recursive: true });
  });

  async function run(...args: string[]): Promise<Ended> {
    const ended = await pulumi.run(folder, ...args);
    assert.deepEqual(pulumi.left(), [], "a process is left");
    return ended;
  }

  it("has one copy of Pulumi, of its providers, and of each client of the AWS SDK", () => {
    const copies = new Map<string, number>();
    const manifests = globSync(
      ["**/node_modules/@pulumi/*/package.json", "**/node_modules/@aws-sdk/client-*/package.json"],
      { cwd: folder },
    );
    for (const manifest of manifests) {
      const name = manifest.split(path.sep).slice(-3, -1).join("/");
      copies.set(name, (copies.get(name) ?? 0) + 1);
    }
    for (const name of ["@pulumi/pulumi", "@pulumi/aws", "@aws-sdk/client-dynamodb", "@aws-sdk/client-s3"]) {
      assert.equal(copies.get(name), 1, name);
    }
    assert.deepEqual(
      [...copies].filter(([, count]) => count > 1),
      [],
    );
  });

  it("has the pack's own files, and nothing of the sources", () => {
    const files = [
      "PulumiPolicy.yaml",
      "README.md",
      "aws-fsbp.json",
      "constraints",
      "dist",
      "main.js",
      "package.json",
      "recommended.json",
      "strict.json",
      "well-architected.json",
    ];
    assert.deepEqual(readdirSync(path.join(folder, pack)).sort(), files);
    assert.deepEqual(readdirSync(path.join(folder, pack, "constraints")), ["generated"]);
    assert.deepEqual(
      readdirSync(components)
        .filter((name) => name !== "node_modules")
        .sort(),
      ["LICENSE", "README.md", "dist", "handlers", "limits", "package.json"],
    );
  });

  it("has all that its own handlers are bundled of", async () => {
    const handlers = globSync("handlers/*/handler.ts", { cwd: components });
    assert.ok(handlers.length > 20, `${handlers.length} handlers`);
    await build({
      entryPoints: handlers,
      absWorkingDir: components,
      bundle: true,
      platform: "node",
      external: ["sharp"],
      outdir: path.join(folder, "bundles"),
      write: false,
      logLevel: "silent",
    });
  });

  it("compiles with the compiler's configuration of Pulumi's template, and is previewed under the pack", async () => {
    const { code, stdout, stderr } = await run("preview", "--stack", "test", "--policy-pack", pack);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /\+ \d\d to create/);
    assert.match(stdout, /headroom@v0\.1\.0 \(local: .*policy\)/);
    assert.doesNotMatch(stdout, /hello/, "a secret is not shown");
  });

  it("is stopped by the compiler at a mistake of type, in its words", async () => {
    const wrong = path.join(folder, "wrong");
    mkdirSync(wrong);
    writeFileSync(path.join(wrong, "package.json"), "{}");
    writeFileSync(path.join(wrong, "Pulumi.yaml"), "name: wrong\nruntime: nodejs\n");
    writeFileSync(path.join(wrong, "index.ts"), 'export const wrong: number = "a text";\n');
    writeFileSync(path.join(wrong, "tsconfig.json"), JSON.stringify(templateConfig));
    assert.equal((await pulumi.run(wrong, "stack", "init", "test")).code, 0);
    const { code, stdout, stderr } = await pulumi.run(wrong, "preview", "--stack", "test");
    assert.notEqual(code, 0);
    assert.match(stdout + stderr, /index\.ts.*TS2322/s);
    assert.doesNotMatch(stdout + stderr, /exit code/);
    assert.deepEqual(pulumi.left(), []);
  });

  it("is deployed under the pack with a configuration that comes with it, and destroyed", async () => {
    pulumi.environment.PULUMI_NODEJS_TRANSPILE_ONLY = "true"; // its types were checked above
    const strict = ["--policy-pack", pack, "--policy-pack-config", path.join(pack, "recommended.json")];
    const up = await run("up", "--stack", "test", "--yes", "--skip-preview", ...strict);
    assert.equal(up.code, 0, up.stdout + up.stderr);
    assert.match(up.stdout, /client +: "DynamoDBClient"/);
    assert.match(up.stdout, /secret +: \[secret\]/);
    const again = await run("up", "--stack", "test", "--yes", "--skip-preview", "--expect-no-changes");
    assert.equal(again.code, 0, again.stdout + again.stderr);
    const destroyed = await run("destroy", "--stack", "test", "--yes", "--skip-preview");
    assert.equal(destroyed.code, 0, destroyed.stdout + destroyed.stderr);
  });

  it("is stopped by the strict configuration of the pack", async () => {
    const strict = ["--policy-pack", pack, "--policy-pack-config", path.join(pack, "strict.json")];
    const { code, stdout } = await run("preview", "--stack", "test", ...strict);
    assert.notEqual(code, 0);
    assert.match(stdout, /\[mandatory\]/);
  });

  it("judges an exported state with the pack, with no program and no login", async () => {
    const type = "aws:lambda/function:Function";
    const urn = `urn:pulumi:test::app::${type}::slow`;
    const inputs = { timeout: 901 };
    const resources = [{ urn, type, custom: true, id: "slow", inputs, outputs: inputs }];
    const manifest = { time: "2026-11-23T00:00:00Z", magic: "", version: "" };
    writeFileSync(path.join(folder, "state.json"), JSON.stringify({ version: 3, deployment: { manifest, resources } }));
    const { code, stdout } = await run("policy", "analyze", "--file", "state.json", "--policy-pack", pack, "--json");
    assert.notEqual(code, 0);
    assert.match(stdout, /Function \\"slow\\": timeout is 901 s; AWS allows 1 to 900 s\./);
  });
});
