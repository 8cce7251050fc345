import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundle } from "../../../cli/bootstrap/bundle.mjs";

describe("compiling", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "headroom-test-"));
    source("main.ts", 'import { greeting } from "./greeting";\nexport const text: string = greeting;\n');
    source("greeting.ts", 'export const greeting = "hello";\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Saved a minute ago: a file saved while it is compiled is always compiled again. */
  function source(name: string, content: string, secondsAgo = 60): void {
    const file = path.join(root, name);
    writeFileSync(file, content);
    utimesSync(file, Date.now() / 1000 - secondsAgo, Date.now() / 1000 - secondsAgo);
  }
  const compile = (): Promise<string> => bundle(root, { entry: "main.ts", outfile: "out/main.js" });
  const readText = (file: string): unknown => {
    const load = createRequire(file);
    delete load.cache[file];
    return (load(file) as { text: unknown }).text;
  };

  it("gives one file that runs", async () => {
    assert.equal(readText(await compile()), "hello");
  });

  it("is not done again when nothing has changed", async () => {
    const { ino } = statSync(await compile());
    assert.equal(statSync(await compile()).ino, ino);
  });

  it("is done again when an imported source has changed", async () => {
    await compile();
    source("greeting.ts", 'export const greeting = "good day";\n', 30);
    assert.equal(readText(await compile()), "good day");
  });

  it("is done again when a source was saved while it ran", async () => {
    source("greeting.ts", 'export const greeting = "hello";\n', -5);
    const { ino } = statSync(await compile());
    assert.notEqual(statSync(await compile()).ino, ino);
  });

  it("names the file and the line of a mistake, and leaves what was compiled before", async () => {
    const file = await compile();
    source("greeting.ts", "export const greeting = ;\n", 30);
    await assert.rejects(compile(), /main\.ts does not compile\..*greeting\.ts:1:24/s);
    assert.equal(readText(file), "hello");
  });
});
