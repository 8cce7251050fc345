"use strict";
// What Pulumi starts. Installed, the pack is compiled. In a checkout, where the sources are beside this file, it is compiled
// here when one of them has changed: no step before it, and never an old pack.
const { existsSync } = require("node:fs");
const path = require("node:path");

async function compile() {
  const { bundle } = await import("../cli/bootstrap/bundle.mjs");
  await bundle(path.dirname(__dirname), { entry: "policy/index.ts", outfile: "policy/dist/index.js" });
}

module.exports = async () => {
  if (existsSync(path.join(__dirname, "index.ts"))) await compile();
  require("./dist/index.js");
};
