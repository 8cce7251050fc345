import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { CommandError, type EngineEvent, LocalWorkspace } from "@pulumi/pulumi/automation";
import { specialArchiveSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { policyPack } from "../../cli/run/policyPack";
import { startProvider } from "../../local/provider";
import { limits } from "../../limits";
import { programFolderVariable } from "../../policy/readings/programFolder";
import { types } from "../../policy/frame/resource";
import { reportVariable, type RunReport } from "../../policy/frame/runReport";
import { analyze, engineIn, exported } from "./underEngine";
import { writeZeros, writeZip } from "./zipFile";

const most = limits.lambda.unzippedBytes.max;
const direct = limits.lambda.zipBytes.max;
const { FileArchive, FileAsset, AssetArchive, StringAsset, RemoteArchive } = pulumi.asset;

/** The violations of a run: `rule resource` each, with the message. */
const listViolations = (events: readonly EngineEvent[]): ReadonlyMap<string, string> =>
  new Map(
    events
      .flatMap(({ policyEvent }) => policyEvent ?? [])
      .filter(({ enforcementLevel }) => enforcementLevel === "mandatory")
      .map(({ policyName, resourceUrn = "", message }) => [`${policyName} ${resourceUrn.split("::").at(-1)}`, message]),
  );

describe("package sizes under the real engine", function () {
  this.timeout(180_000);
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-sizes-"));
  after(() => rmSync(folder, { recursive: true }));
  const at = (...parts: string[]): string => path.join(folder, ...parts);
  const report = (): RunReport => JSON.parse(readFileSync(at("report.json"), "utf8")) as RunReport;
  const openIn = (run: RunReport, rule: string): string[] =>
    run.notEvaluated
      .filter((open) => open.rule === rule)
      .map(({ what }) => what.split(" ")[0] ?? "")
      .sort();
  const usedIn = (run: RunReport, name: string) =>
    run.headroom.filter(({ limit, resource }) => limit === "lambda.unzippedBytes" && resource?.includes(`"${name}"`));

  let server: Server;
  before(() => {
    mkdirSync(at("folder"));
    writeFileSync(at("folder", "sparse.bin"), "");
    truncateSync(at("folder", "sparse.bin"), most / 2);
    mkdirSync(at("large"));
    writeFileSync(at("large", "sparse.bin"), "");
    truncateSync(at("large", "sparse.bin"), most + 1);
    writeFileSync(at("x.js"), "x");
    writeFileSync(at("empty.js"), "");
    writeZip(at("beyond.zip"), { unzipped: 10, zipped: direct + 1 });
    writeZip(at("full.zip"), { unzipped: most });
    writeZip(at("over.zip"), { unzipped: most + 1 });
    writeZeros(at("over.jar"), most + 1);
    writeZip(at("broken.jar"), { unzipped: direct + 1 });
    writeZip(at("one.zip"), { unzipped: 1 });
    writeZeros(at("remote.zip"), 2);
    writeZip(at("object.zip"), { unzipped: most + 1, zipped: direct + 1 });
    writeZeros(at("half.zip"), most / 2);
    server = createServer((_, response) => response.end(readFileSync(at("remote.zip")))).listen(0, "127.0.0.1");
  });
  after(() => server.close());

  async function preview(program: () => void): Promise<{ violations: ReadonlyMap<string, string>; run: RunReport }> {
    const { engine, envVars } = await engineIn(folder);
    const provider = await startProvider({ mode: "preview" });
    try {
      const environment = { [programFolderVariable]: process.cwd(), [reportVariable]: at("report.json") };
      const stack = await LocalWorkspace.createOrSelectStack(
        {
          stackName: "test",
          projectName: "headroom-sizes",
          program: () => {
            program();
            return Promise.resolve();
          },
        },
        {
          pulumiCommand: engine.command,
          envVars: { ...envVars, ...provider.environment, ...environment },
          workDir: folder,
        },
      );
      await stack.setConfig("aws:region", { value: "eu-west-1" });
      const events: EngineEvent[] = [];
      await stack.preview({ policyPacks: [policyPack], onEvent: (event) => events.push(event) }).catch((error) => {
        if (!(error instanceof CommandError)) throw error;
      });
      return { violations: listViolations(events), run: report() };
    } finally {
      await provider.close();
    }
  }

  interface Code {
    code?: pulumi.asset.Archive;
    layers?: pulumi.Input<string>[];
    s3Bucket?: pulumi.Input<string>;
    s3Key?: pulumi.Input<string>;
  }
  const fn = (name: string, code: Code) =>
    new aws.lambda.Function(name, {
      role: "arn:aws:iam::123456789012:role/r",
      runtime: "nodejs24.x",
      handler: "index.handler",
      ...code,
    });

  it("stop a preview where they exceed 50 MB zipped or 250 MB unzipped, whatever the archive is made of", async () => {
    // As programs write it: the engine takes it from where the program runs.
    const relative = (name: string): string => path.relative(process.cwd(), at(name));
    const { violations, run } = await preview(() => {
      fn("zip", { code: new FileArchive(relative("beyond.zip")) });
      fn("unzipped", { code: new FileArchive(relative("over.zip")) });
      fn("jar", { code: new FileArchive(at("over.jar")) });
      fn("broken", { code: new FileArchive(at("broken.jar")) });
      fn("folder", { code: new FileArchive(relative("large")) });
      fn("set", {
        code: new AssetArchive({
          "a/x.js": new StringAsset("x"),
          "empty.js": new FileAsset(relative("empty.js")),
          folder: new FileArchive(relative("folder")),
          nested: new AssetArchive({ zip: new FileArchive(relative("half.zip")) }),
        }),
      });
      const layer = new aws.lambda.LayerVersion("full", { layerName: "full", code: new FileArchive(at("full.zip")) });
      new aws.lambda.LayerVersion("beyond", { layerName: "beyond", code: new FileArchive(at("beyond.zip")) });
      fn("layered", { code: new FileArchive(at("one.zip")), layers: [layer.arn] });
      fn("small", { code: new FileArchive(at("half.zip")) });
    });
    const over = `is 262,144,001 bytes (250.0 MB) unzipped; AWS allows at most 262,144,000 bytes (250.0 MB).`;
    assert.deepEqual([...violations.keys()].sort(), [
      "lambda-layer-zip beyond",
      "lambda-package-unzipped folder",
      "lambda-package-unzipped jar",
      "lambda-package-unzipped layered",
      "lambda-package-unzipped set",
      "lambda-package-unzipped unzipped",
      "lambda-package-zip zip",
    ]);
    for (const name of ["folder", "jar", "layered", "set", "unzipped"])
      assert.ok(violations.get(`lambda-package-unzipped ${name}`)?.includes(over), name);
    assert.match(violations.get("lambda-package-zip zip") ?? "", /zip package is 52,428,801 bytes/);
    // Its directory claims what its contents are not.
    assert.deepEqual(openIn(run, "lambda-package-zip"), ["broken"]);
    assert.deepEqual(openIn(run, "lambda-package-unzipped"), []);
    assert.deepEqual(
      run.headroom.filter(({ limit, used }) => limit === "lambda.unzippedBytes" && !used),
      [],
    );
  });

  it("are not measured, and are not zero, where the archive is elsewhere; a stack's own S3 object is measured", async () => {
    const { port } = server.address() as AddressInfo;
    const { violations, run } = await preview(() => {
      fn("remote", { code: new RemoteArchive(`http://127.0.0.1:${port}/one.zip`) });
      fn("partly", {
        code: new AssetArchive({
          x: new FileAsset(at("x.js")),
          y: new RemoteArchive(`http://127.0.0.1:${port}/one.zip`),
        }),
      });
      fn("elsewhere", { s3Bucket: "code", s3Key: "code.zip" });
      fn("foreign", { code: new FileArchive(at("one.zip")), layers: ["arn:aws:lambda:eu-west-1:1:layer:x:1"] });
      const object = new aws.s3.BucketObjectv2("object", {
        bucket: "code",
        key: "own.zip",
        source: new FileAsset(at("object.zip")),
      });
      fn("named", { s3Bucket: "code", s3Key: "own.zip" });
      fn("linked", { s3Bucket: object.bucket, s3Key: object.id.apply((id) => id) });
      fn("small", { code: new FileArchive(at("half.zip")) });
    });
    // What is in S3 may be more than 50 MB zipped.
    assert.deepEqual([...violations.keys()].sort(), [
      "lambda-package-unzipped linked",
      "lambda-package-unzipped named",
    ]);
    assert.deepEqual(openIn(run, "lambda-package-zip"), ["partly", "remote"]);
    assert.deepEqual(openIn(run, "lambda-package-unzipped"), ["elsewhere", "foreign", "partly", "remote"]);
    for (const name of ["remote", "partly", "elsewhere", "foreign"]) {
      const [row] = usedIn(run, name);
      assert.ok(row, `${name} has a row`);
      assert.deepEqual([row.used, row.percent], [undefined, undefined]);
    }
    assert.equal(usedIn(run, "named")[0]?.used, most + 1);
  });

  it("stop an exported state, with paths relative to where the engine works", async () => {
    const archive = (content: Record<string, unknown>) => ({
      [specialSigKey]: specialArchiveSig,
      hash: "",
      ...content,
    });
    const state = exported([
      { type: types.function, inputs: { code: archive({ assets: {}, path: "./over.zip" }) } },
      { type: types.function, inputs: { code: archive({ path: at("beyond.zip") }) } },
      { type: types.function, inputs: { code: archive({ assets: {}, path: "./gone.zip" }) } },
      { type: types.function, inputs: { code: archive({ assets: {}, uri: "https://example.com/code.zip" }) } },
    ]);
    const { events, code } = await analyze(folder, state, { env: { [reportVariable]: at("report.json") } });
    assert.notEqual(code, undefined);
    assert.deepEqual([...listViolations(events).keys()].sort(), [
      "lambda-package-unzipped r0",
      "lambda-package-zip r1",
    ]);
    assert.deepEqual(openIn(report(), "lambda-package-zip"), ["r2", "r3"]);
    assert.deepEqual(openIn(report(), "lambda-package-unzipped"), ["r2", "r3"]);
  });
});
