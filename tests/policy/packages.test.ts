import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { specialArchiveSig, specialAssetSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { limits } from "../../limits";
import { holds, open, resource, unknown, violates } from "./expectations";
import { writeZip } from "./zipFile";

/** As the engine sends it: what comes from a path or an address has an empty set of assets as well. */
const archive = (content: Record<string, unknown>) => ({
  [specialSigKey]: specialArchiveSig,
  hash: createHash("sha256").update(JSON.stringify(content)).digest("hex"),
  assets: {},
  ...content,
});
const asset = (content: Record<string, unknown>) => ({ [specialSigKey]: specialAssetSig, ...content });
const fn = (code: unknown, more: Record<string, unknown> = {}) => resource("function", "orders", { code, ...more });

describe("package sizes, measured on the real archive", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-packages-"));
  after(() => rmSync(folder, { recursive: true }));

  const zip = (name: string, sizes: { unzipped: number; zipped?: number }) => writeZip(path.join(folder, name), sizes);

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

  it("a layer is bound to both limits by itself", async () => {
    const layer = (file: string) => resource("layerVersion", "shared", { code: archive({ path: file }) });
    const beyond = zip("layer.zip", {
      unzipped: limits.lambda.unzippedBytes.max + 1,
      zipped: limits.lambda.zipBytes.max + 1,
    });
    await violates("lambda-layer-zip", ['LayerVersion "shared"', "52,428,801 bytes"], layer(beyond));
    await violates("lambda-package-unzipped", ['LayerVersion "shared"', "262,144,001 bytes"], layer(beyond));
    const small = layer(zip("small-layer.zip", { unzipped: 1 }));
    await holds("lambda-layer-zip", small);
    await holds("lambda-package-unzipped", small);
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
