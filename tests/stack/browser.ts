import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../local/project";

const execute = promisify(execFile);

/** A Chromium that npm brings, of 60 MB: installed where it is used, so that nobody's checkout has to. */
const packages = { "@sparticuz/chromium": "147.0.0", "axe-core": "4.14.1", "puppeteer-core": "24.43.1" };

/** Whether that Chromium runs here. */
export const hasBrowser = process.platform === "linux" && process.arch === "x64";

/** What is wrong with a page in a real browser, on screens of three sizes, in light and in dark, by axe's rules. */
export async function faultsInBrowser(page: string): Promise<string[]> {
  const folder = path.join(cacheFolder, "browser");
  const manifest = path.join(folder, "package.json");
  const wanted = JSON.stringify({ private: true, dependencies: packages });
  if (!existsSync(manifest) || readFileSync(manifest, "utf8") !== wanted) {
    mkdirSync(folder, { recursive: true });
    const install = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save", "--no-package-lock"];
    const named = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
    await execute("npm", [...install, ...named], { cwd: folder });
    writeFileSync(manifest, wanted);
  }
  const { stdout } = await execute(process.execPath, [path.join(__dirname, "browser.mjs"), page], { cwd: folder });
  return JSON.parse(stdout) as string[];
}
