"use strict";
// npm leaves the lock file out of a package, and the handlers' native modules are installed by one: while the package is
// made, a lock file of these modules alone lies beside the handlers.
const { rmSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { pruneLock } = require("../dist/components/packaging/nativeModules");

const file = path.join(__dirname, "package-lock.json");
rmSync(file, { force: true });
if (!process.argv.includes("--remove")) {
  void pruneLock(["sharp"], __filename).then((lock) => writeFileSync(file, JSON.stringify(lock)));
}
