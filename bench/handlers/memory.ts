/** Peak memory of one thumbnail run, in a process of its own: prints it in bytes. Arguments: file, maximum of pixels. */
import { existsSync, readFileSync } from "node:fs";

import { render } from "../../handlers/thumbnail/render";

const [file = "", maxPixels = "0"] = process.argv.slice(2);
const renditions = [200, 800].flatMap((width) => [
  { width, format: "webp" as const },
  { width, format: "jpeg" as const },
]);

/** Linux hands the maximum of the process that starts another down to it, except in VmHWM. */
function peakBytes(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kibibytes) * 1024;
}

async function main(): Promise<void> {
  const data = file === "" ? undefined : readFileSync(file);
  if (data) await render(data, renditions, Number(maxPixels));
  console.log(peakBytes());
}

void main();
