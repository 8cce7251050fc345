import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compileHandler } from "../../../components/packaging/compileHandler";

const cache = path.join("node_modules", ".cache", "headroom");
const installed = path.join("node_modules", ".package-lock.json");
const dependency = path.join("node_modules", "dependency", "index.js");

describe("a handler that was bundled before", () => {
  const before = process.cwd();
  let folder: string;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "headroom-bundles-"));
    process.chdir(folder);
    write("handler.ts", 'import { value } from "./value"; import other from "dependency"; console.log(value, other);');
    write("value.js", 'export const value = "first";');
    write("elsewhere.js", 'export default "elsewhere";');
    write(dependency, 'module.exports = "mine";');
    write(installed, '{"packages":{"node_modules/dependency":{"version":"1.0.0"}}}');
    await compile();
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, 0, 0); // as npm does: the time tells nothing
  }

  const compile = async (): Promise<string> => {
    const entry = path.resolve("handler.ts");
    const { output } = await compileHandler({ entry, target: "node24", nativeModules: [] });
    assert.deepEqual(
      output.map(({ name }) => name),
      ["index.js.map", "index.js"],
    );
    return output[1]!.text;
  };

  /** Marks what is remembered, so that it can be told from what is made anew. */
  function markRemembered(): void {
    const files = readdirSync(cache);
    assert.equal(files.length, 1);
    const file = path.join(cache, files[0]!);
    const memo = JSON.parse(readFileSync(file, "utf8")) as { output: { text: string }[] };
    for (const each of memo.output) each.text += "// remembered";
    writeFileSync(file, JSON.stringify(memo));
  }

  it("is not bundled again where nothing has changed", async () => {
    markRemembered();
    assert.match(await compile(), /"first"[^]*\/\/ remembered$/);
  });

  const changes: { [name: string]: () => void } = {
    "a source": () => write("value.js", 'export const value = "other";'),
    "a package's file, of the same size": () => write(dependency, 'module.exports = "ours";'),
    "a file that an import means from now on": () => write("value.ts", 'export const value = "typed";'),
    "the list of installed packages": () => write(installed, "{}"),
    "a tsconfig.json": () => write("tsconfig.json", '{"compilerOptions":{"paths":{"dependency":["./elsewhere"]}}}'),
    "a package.json": () => write("package.json", '{"sideEffects":false}'),
    "a source that is gone, with another in its place": () => {
      rmSync("value.js");
      write("value.ts", 'export const value = "first";');
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`is bundled again after a change of ${name}, and as if for the first time`, async () => {
      markRemembered();
      change();
      const again = await compile();
      assert.doesNotMatch(again, /remembered/);
      rmSync(cache, { recursive: true });
      assert.equal(again, await compile());
    });
  }

  it("fails as it would have when a source is gone", async () => {
    rmSync("value.js");
    await assert.rejects(compile(), /Could not resolve ".\/value"/);
  });

  const unknown: { [name: string]: () => void } = {
    "npm has not installed the packages": () => rmSync(installed),
    "a tsconfig.json extends another file": () => write("tsconfig.json", '{"extends":"./base.json"}'),
  };
  for (const [name, change] of Object.entries(unknown)) {
    it(`is not remembered where ${name}`, async () => {
      rmSync(cache, { recursive: true });
      write("base.json", "{}");
      change();
      await compile();
      assert.ok(!existsSync(cache));
    });
  }
});
