// Compiles the components where npm makes a package of the folder: for `npm pack`, and for somebody's `npm install git+…`.
// In a checkout nothing needs them compiled, so that `npm ci` does not wait for it.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const { npm_command: command = "", npm_package_resolved: packed } = process.env;

// npm sets the second for a package that it makes or installs, not for the project itself; other managers set neither.
if (packed || !["ci", "install"].includes(command)) {
  const { resolve } = module.createRequire(import.meta.url);
  rmSync(path.join(root, "dist"), { recursive: true, force: true });
  for (const script of [
    [resolve("typescript/bin/tsc"), "--project", "tsconfig.build.json"],
    [path.join(root, "handlers", "lock.cjs")],
  ]) {
    execFileSync(process.execPath, script, { cwd: root, stdio: "inherit" });
  }
}
