"use strict";
// Pulumi's SDK loads npm's resolver of dependencies and the compiler of TypeScript as it starts: most of its load time, and
// 45 MB, for functions that a program serializes. Required before the SDK, this has them loaded when one of them is used.
const { realpathSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { isMainThread } = require("node:worker_threads");

/** Has `load` find a module that is loaded when somebody reads something of it. */
function defer(file, load) {
  const stub = new Module(file);
  stub.filename = file;
  stub.loaded = true;
  const use = () => {
    if (load.cache[file] === stub) delete load.cache[file];
    return load(file);
  };
  stub.exports = new Proxy(
    {},
    {
      // What asks whether this is an ES module, to import it, uses nothing yet.
      get: (_, name) => (name === "__esModule" ? true : name === "default" ? defaultOf(use()) : use()[name]),
      has: (_, name) => name in use(),
    },
  );
  load.cache[file] = stub;
}

const defaultOf = (loaded) => (loaded.__esModule ? loaded.default : loaded);

function prepare() {
  // The script that this process runs: the SDK is the one that it finds.
  const load = Module.createRequire(realpathSync(process.argv[1]));
  try {
    const sdk = path.dirname(load.resolve("@pulumi/pulumi"));
    defer(Module.createRequire(path.join(sdk, "index.js")).resolve("@npmcli/arborist"), load);
    defer(load.resolve(path.join(sdk, "typescript-shim.js")), load);
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error; // an SDK of another version loads what it loads
  }
}

// A thread requires what its process does, such as the one in which Node resolves ES modules, and runs no script.
if (isMainThread) prepare();
