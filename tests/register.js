"use strict";
// Loads TypeScript in the tests: all sources are compiled at once when a process starts, in half a second. Types are checked apart.
// esbuild answers a synchronous build through a buffer of this many bytes: all compiled sources are in it.
process.env.ESBUILD_MAX_BUFFER ??= String(64 * 1024 * 1024);
const { globSync, readFileSync } = require("node:fs");
const module_ = require("node:module");
const path = require("node:path");
const { buildSync, transformSync } = require("esbuild");

const root = path.dirname(__dirname);
const options = {
  format: "cjs",
  platform: "node",
  target: `node${process.versions.node.split(".")[0]}`,
  sourcemap: "inline",
  sourcesContent: false, // the sources are beside
};

const rooms = "{bench,cli,components,docs,handlers,limits,local,policy,report,stack,tests}";
const entryPoints = globSync(["*.ts", `${rooms}/**/*.ts`], {
  cwd: root,
  exclude: (name) => name === "node_modules" || name === "dist" || name.endsWith(".d.ts"),
});
const outdir = path.join(root, ".local", "build", "tests"); // nothing is written there
const { outputFiles } = buildSync({
  ...options,
  absWorkingDir: root,
  entryPoints,
  outbase: root,
  outdir,
  write: false,
});
const compiled = new Map(outputFiles.map((file) => [file.path, file]));

module_._extensions[".ts"] = (module, filename) => {
  const output = path.join(outdir, path.relative(root, filename)).replace(/\.ts$/, ".js");
  // A file that a test has written since.
  const code =
    compiled.get(output)?.text ?? transformSync(readFileSync(filename, "utf8"), { ...options, loader: "ts" }).code;
  module._compile(code, filename);
};
process.setSourceMapsEnabled(true);
