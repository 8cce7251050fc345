"use strict";
// For the process of a policy pack that is compiled: the SDK would load TypeScript and ts-node to compile it, which takes half a
// second and is the largest part of its memory. It gets this module in the place of both.
const { realpathSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { isMainThread } = require("node:worker_threads");
require("./lazyPulumi.cjs");

module.exports = { version: "5.0.0", register() {} };

if (isMainThread) {
  const load = Module.createRequire(realpathSync(process.argv[1]));
  const compiler = load(path.join(path.dirname(load.resolve("@pulumi/pulumi")), "tsutils.js"));
  compiler.typeScriptRequireStrings = () => ({ tsnodeRequire: __filename, typescriptRequire: __filename });
}
