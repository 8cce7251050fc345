import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { zipArchive } from "../../../local/provider/frame/archives";
import { archiveSignature, assetSignature, signatureKey } from "../../../local/provider/frame/values";

const archive = (rest: object) => ({ [signatureKey]: archiveSignature, ...rest });
const asset = (rest: object) => ({ [signatureKey]: assetSignature, ...rest });

describe("code packages", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "headroom-archive-"))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string | Uint8Array) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const contents = async (value: unknown) =>
    Object.fromEntries(
      Object.entries(unzipSync(await zipArchive(value))).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );

  it("are a zip file's bytes as they are", async () => {
    const bytes = zipSync({ "index.js": strToU8("1") });
    assert.deepEqual(Buffer.from(await zipArchive(archive({ path: write("code.zip", bytes) }))), Buffer.from(bytes));
  });

  it("hold a folder with its sub-folders", async () => {
    write("src/index.js", "one");
    write("src/lib/a b.js", "two");
    const packed = await contents(archive({ path: path.join(folder, "src") }));
    assert.deepEqual(packed, { "index.js": "one", "lib/a b.js": "two" });
  });

  it("hold texts, files and folders under the names that the program gives them", async () => {
    const file = write("x.js", "file");
    write("dir/y.js", "in folder");
    const packed = await contents(
      archive({
        assets: {
          "text.js": asset({ text: "text" }),
          "lib/file.js": asset({ path: file }),
          vendor: archive({ path: path.join(folder, "dir") }),
        },
      }),
    );
    assert.deepEqual(packed, { "text.js": "text", "lib/file.js": "file", "vendor/y.js": "in folder" });
  });

  it("have the same bytes for the same contents, whenever the files were written", async () => {
    const file = write("src/index.js", "one");
    const source = archive({ path: path.join(folder, "src") });
    const first = await zipArchive(source);
    utimesSync(file, new Date(0), new Date(0));
    assert.deepEqual(await zipArchive(source), first);
  });

  it("of another kind are refused by name", async () => {
    const file = write("code.tar", "x");
    await assert.rejects(zipArchive(archive({ path: file })), {
      message: `${file} is neither a folder nor a zip file`,
    });
  });
});
