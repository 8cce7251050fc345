/** Builds the site. The generator's packages stand beside the outputs: in docs/ all pages are the project's own. */
import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../.local/site-generator", import.meta.url));
cpSync(fileURLToPath(new URL(".", import.meta.url)), folder, { recursive: true });
for (const args of [
  ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
  ["run", "build"],
])
  execFileSync("npm", args, { cwd: folder, stdio: "inherit", shell: process.platform === "win32" });
