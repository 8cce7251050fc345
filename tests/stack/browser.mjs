// Run where the packages of ./browser.ts are installed: opens a page in Chromium as people do, on a phone, a tablet and a desk, in light
// and in dark, folded and unfolded, and prints what is wrong as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

// Has the package bring its own system libraries.
process.env.AWS_EXECUTION_ENV = `AWS_Lambda_nodejs${process.versions.node.split(".")[0]}.x`;
const load = createRequire(path.join(process.cwd(), "package.json"));
const { default: chromium } = await import(pathToFileURL(load.resolve("@sparticuz/chromium")).href);
const puppeteer = load("puppeteer-core");
const axe = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");

const [, , file] = process.argv;
const found = [];
const browser = await puppeteer.launch({
  executablePath: await chromium.executablePath(),
  args: [...chromium.args, "--no-sandbox"],
  headless: "shell",
});
for (const value of ["light", "dark"]) {
  for (const width of [360, 768, 1440]) {
    const page = await browser.newPage();
    const wrong = (fault) => found.push(`${value}, ${width} pixels: ${fault}`);
    page.on("pageerror", ({ message }) => wrong(message));
    page.on("console", (message) => message.type() === "error" && wrong(message.text()));
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(axe);
    for (const open of [false, true]) {
      await page.evaluate(
        (open) => globalThis.document.querySelectorAll("details").forEach((each) => (each.open = open)),
        open,
      );
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      for (const { id, help, nodes } of violations) wrong(`${id}: ${help}: ${nodes[0].html}`);
      const wider = await page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth);
      if (wider > 0) wrong(`${wider} pixels wider than the screen`);
    }
    await page.close();
  }
}
await browser.close();
console.log(JSON.stringify(found));
