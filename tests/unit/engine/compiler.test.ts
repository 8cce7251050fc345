import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { chooseCompiler } from "../../../cli/project/compiler";

describe("a program that brings no TypeScript of its own", () => {
  const root = mkdtempSync(path.join(tmpdir(), "headroom-compiler-"));
  const sdk = path.join("node_modules", "@pulumi", "pulumi");
  const vendored = path.join("vendor", "typescript@3.8.3");

  before(() => {
    const manifest = createRequire(__filename).resolve("@pulumi/pulumi/package.json");
    for (const part of ["package.json", vendored])
      cpSync(path.join(path.dirname(manifest), part), path.join(root, sdk, part), { recursive: true });
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  let count = 0;
  function program(files: Record<string, unknown>): string {
    const folder = path.join(root, `program-${(count += 1)}`);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
    }
    return folder;
  }
  const choose = (files: Record<string, unknown>, options = {}, entryPoint = ".") =>
    chooseCompiler({ folder: program(files), entryPoint }, options);

  const newer = { compilerOptions: { target: "ES2022", module: "nodenext" } };

  for (const [name, files, entryPoint] of [
    ["index.js", { "index.js": "" }],
    ["the file that Pulumi.yaml names", { "stack.js": "", "index.ts": "" }, "stack.js"],
    ["what it compiled", { "package.json": { main: "bin/index.js" }, "bin/index.js": "", "index.ts": "" }],
    [
      "the export of its package",
      { "package.json": { exports: { ".": { import: "./src/index.js" } } }, "src/index.js": "" },
    ],
    ["an ES module", { "package.json": { type: "module" }, "index.mjs": "" }],
  ] as [string, Record<string, unknown>, string?][]) {
    it(`runs ${name} beside a newer tsconfig.json, and says so`, () => {
      const { options, remark } = choose({ "tsconfig.json": newer, ...files }, { nodeargs: "--a" }, entryPoint);
      assert.deepEqual(options, { nodeargs: "--a", typescript: false });
      assert.match(remark ?? "", /^tsconfig\.json: .* 3\.8\.3 in the Pulumi SDK, refuses it .*--target.*as JavaScript/);
    });
  }

  it("is told to install TypeScript where it needs that", () => {
    assert.throws(
      () => choose({ "index.ts": "", "tsconfig.json": newer }),
      /^UsageError: tsconfig\.json: .*--target.* Fix: install typescript \(5\.x\) and ts-node/,
    );
  });

  it("is compiled as under Pulumi where its tsconfig.json is fit, or is not there", () => {
    const fit = { compilerOptions: { target: "es2020", module: "commonjs" }, files: ["index.ts"] };
    for (const files of [{ "index.ts": "" }, { "index.ts": "", "tsconfig.json": fit }, { "index.js": "" }])
      assert.deepEqual(choose(files), { options: {} });
  });

  it("is asked nothing where it has switched TypeScript off, or names another file", () => {
    for (const options of [{ typescript: false }, { tsconfig: "tsconfig.pulumi.json" }])
      assert.deepEqual(choose({ "index.js": "", "tsconfig.json": newer }, options), { options });
  });

  it("is left to its own compiler where it has one", () => {
    const compiler = path.join(root, "node_modules", "typescript", "index.js");
    mkdirSync(path.dirname(compiler), { recursive: true });
    writeFileSync(compiler, "");
    try {
      assert.deepEqual(choose({ "index.ts": "", "tsconfig.json": newer }), { options: {} });
    } finally {
      rmSync(path.dirname(compiler), { recursive: true });
    }
  });
});
