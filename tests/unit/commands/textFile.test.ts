import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { readJson, readText } from "../../../cli/project/textFile";
import { UsageError } from "../../../cli/terminal/errors";

describe("files that a user's editor wrote", () => {
  let file: string;
  before(() => (file = path.join(mkdtempSync(path.join(tmpdir(), "headroom-text-")), "package.json")));
  after(() => rmSync(path.dirname(file), { recursive: true }));

  const text = '{\r\n\t"name": "caf\u00e9"\r\n}\r\n';
  const swapped = Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  for (const [how, bytes] of [
    ["plainly", Buffer.from(text)],
    ["with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["in UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["in UTF-16, the other way round", swapped],
  ] as const) {
    it(`are read, written ${how}`, () => {
      writeFileSync(file, bytes);
      assert.equal(readText(file), text);
      assert.deepEqual(readJson(file), { name: "caf\u00e9" });
    });
  }

  it("that are no JSON are a mistake in a file with a name, not a fault of ours", () => {
    writeFileSync(file, '{ "name": ');
    assert.throws(
      () => readJson(file),
      (error: unknown) => error instanceof UsageError && error.message.startsWith(`${file} is not JSON`),
    );
  });
});
