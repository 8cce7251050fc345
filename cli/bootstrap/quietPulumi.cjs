"use strict";
// For the process of a program: takes from Pulumi's SDK what costs a preview much, and that nobody reads here.
const { realpathSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { isMainThread } = require("node:worker_threads");
require("./lazyPulumi.cjs");

function prepare() {
  // The SDK takes a program for one with a loader of its own where it sees --require, and then loads no ES modules in TypeScript.
  const own = process.execArgv.findIndex((arg) => path.basename(arg) === path.basename(__filename));
  if (own > 0) process.execArgv.splice(own - 1, 2);

  // The script that this process runs: the SDK is the one that it finds.
  const load = Module.createRequire(realpathSync(process.argv[1]));
  try {
    const sdk = path.dirname(load.resolve("@pulumi/pulumi"));
    load(sdk); // whole, since its modules need each other in its own order

    // The stack of each promise, to show it should the promise leak: a seventh of a preview's time, and under ts-node, which maps
    // each stack to its sources, four fifths. Here those stacks stay empty; a leak is still found and named.
    const debuggable = load(path.join(sdk, "runtime", "debuggable.js"));
    const take = debuggable.debuggablePromise;
    debuggable.debuggablePromise = (promise, context) => {
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = 0;
      try {
        return take(promise, context);
      } finally {
        Error.stackTraceLimit = limit;
      }
    };

    // Messages for `pulumi --debug`, which has no counterpart here: five calls of the engine for each resource, and as many events.
    load(path.join(sdk, "log", "index.js")).debug = () => Promise.resolve();
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error; // an SDK of another version runs as it is
  }
}

if (isMainThread) prepare();
