import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { specialArchiveSig, specialAssetSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { zipSync } from "fflate";
import { measure } from "../../policy/archive";
import { Property } from "../../policy/known";
import { limits } from "../../policy/limits";
import { holds, open, resource, unknown, violates } from "./expectations";

const archive = (content: Record<string, unknown>) => ({ [specialSigKey]: specialArchiveSig, ...content });
const asset = (content: Record<string, unknown>) => ({ [specialSigKey]: specialAssetSig, ...content });
const fn = (code: unknown, more: Record<string, unknown> = {}) => resource("function", "orders", { code, ...more });

describe("package sizes, measured on the real archive", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-packages-"));
  after(() => rmSync(folder, { recursive: true }));

  /** A zip file that claims `unzipped` bytes in its directory and takes `zipped` bytes on disk. */
  function zip(name: string, { unzipped, zipped }: { unzipped: number; zipped?: number }): string {
    const file = path.join(folder, name);
    const bytes = Buffer.from(zipSync({ "index.js": Buffer.alloc(10) }, { level: 0 }));
    const directory = bytes.readUInt32LE(bytes.length - 22 + 16);
    bytes.writeUInt32LE(unzipped, directory + 24);
    const padding = Buffer.alloc(Math.max(0, (zipped ?? bytes.length) - bytes.length));
    const moved = Buffer.from(bytes.subarray(bytes.length - 22));
    moved.writeUInt32LE(directory + padding.length, 16);
    const parts = [bytes.subarray(0, directory), padding, bytes.subarray(directory, bytes.length - 22), moved];
    writeFileSync(file, Buffer.concat(parts));
    return file;
  }

  it("a zip file of 50 MB is taken, one byte more is refused", async () => {
    const { max } = limits.lambda.zipBytes;
    const exact = zip("exact.zip", { unzipped: 10, zipped: max });
    const beyond = zip("beyond.zip", { unzipped: 10, zipped: max + 1 });
    await holds("lambda-package-zip", fn(archive({ path: exact })));
    await violates(
      "lambda-package-zip",
      ["52,428,801 bytes", "52,428,800 bytes (50.0 MB)"],
      fn(archive({ path: beyond })),
    );
  });

  it("a package of 250 MB unzipped is taken, one byte more is refused", async () => {
    const { max } = limits.lambda.unzippedBytes;
    await holds("lambda-package-unzipped", fn(archive({ path: zip("full.zip", { unzipped: max }) })));
    await violates(
      "lambda-package-unzipped",
      ["262,144,001 bytes", "250.0 MB"],
      fn(archive({ path: zip("over.zip", { unzipped: max + 1 }) })),
    );
  });

  it("layers of the stack count, found by ARN or by link; the same layer counts once", async () => {
    const { max } = limits.lambda.unzippedBytes;
    const layer = resource("layerVersion", "shared", {
      arn: "arn:l:1",
      code: archive({ path: zip("l.zip", { unzipped: max }) }),
    });
    const code = archive({ path: zip("one.zip", { unzipped: 1 }) });
    await violates("lambda-package-unzipped", ["with its layers"], fn(code, { layers: ["arn:l:1"] }), layer);
    const linked = resource("function", "orders", { code, layers: [unknown] }, { layers: ["layerVersion:shared"] });
    await violates("lambda-package-unzipped", ["with its layers"], linked, layer);
  });

  it("a layer of another stack is not a pass", async () => {
    const code = archive({ path: zip("small.zip", { unzipped: 1 }) });
    await open("lambda-package-unzipped", ["layers"], fn(code, { layers: ["arn:aws:lambda:eu-west-1:1:layer:x:1"] }));
    await open("lambda-package-unzipped", ["layers"], fn(code, { layers: unknown }));
  });

  it("a folder is measured as Pulumi will zip it", async () => {
    const noise = mkdtempSync(path.join(folder, "noise-"));
    writeFileSync(path.join(noise, "noise.bin"), randomBytes(51 * 1024 * 1024));
    await violates("lambda-package-zip", ["zip package is 5"], fn(archive({ path: noise })));
    const zeros = mkdtempSync(path.join(folder, "zeros-"));
    writeFileSync(path.join(zeros, "zeros.bin"), "");
    truncateSync(path.join(zeros, "zeros.bin"), 251 * 1024 * 1024);
    await holds("lambda-package-zip", fn(archive({ path: zeros })));
    await violates("lambda-package-unzipped", ["263,192,576 bytes"], fn(archive({ path: zeros })));
  }).timeout(60_000);

  it("a set of assets is measured: texts, files and folders", async () => {
    const file = path.join(folder, "lib.js");
    writeFileSync(file, "x".repeat(1000));
    const assets = { "index.js": asset({ text: "é" }), "lib.js": asset({ path: file }) };
    await holds("lambda-package-unzipped", fn(archive({ assets })));
    await holds("lambda-package-zip", fn(archive({ assets })));
    const parts = { text: Promise.resolve("é") };
    const set = { assets: Promise.resolve({ "index.js": parts, "lib.js": { path: Promise.resolve(file) } }) };
    const measured = await measure(Property.of(set));
    assert.equal(measured.state === "known" && measured.value.unzipped, 1002);
  });

  it("what cannot be measured is not a pass: unknown, missing, no zip, on the network, in S3", async () => {
    const text = path.join(folder, "broken.zip");
    writeFileSync(text, "this is no zip file, but long enough to be looked at");
    for (const code of [
      unknown,
      archive({ path: path.join(folder, "missing.zip") }),
      archive({ path: text }),
      archive({ uri: "https://example.com/code.zip" }),
    ]) {
      await open("lambda-package-zip", ["orders (code"], fn(code));
      await open("lambda-package-unzipped", ["orders (code"], fn(code));
    }
    await open("lambda-package-unzipped", ["code"], fn(undefined, { s3Bucket: "code", s3Key: "code.zip" }));
    await holds("lambda-package-zip", fn(undefined, { s3Bucket: "code", s3Key: "code.zip" }));
    await holds("lambda-package-unzipped", fn(undefined, { packageType: "Image", imageUri: "x" }));
  });
});
