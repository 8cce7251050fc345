import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { sharedFolder } from "../sharedFolder";
import { Checkout } from "./checkout";

const execute = promisify(execFile);

/** The packages as they are published. */
export type Package = "components" | "policy" | "cli";

/** What `npm pack` is told for each. */
const packed: [Package, string[]][] = [
  ["components", ["pack"]],
  ["policy", ["pack", "--workspace", "policy"]],
  ["cli", ["pack", "--workspace", "tool"]],
];

/**
 * The archives of all packages, each of which is packed once for all test files that run side by side. That is done in a copy of the
 * checkout: a package is compiled into its folder first, where the others would find half of it.
 */
export async function archives(): Promise<{ [name in Package]: string }> {
  const folder = path.join(sharedFolder(), "archives");
  const ended = path.join(folder, "ended");
  if (isFirst(folder)) {
    const checkout = await Checkout.copy();
    try {
      for (const [, args] of packed) {
        await execute("npm", [...args, "--pack-destination", folder], {
          cwd: checkout.folder,
          env: { ...checkout.environment, HOME: process.env.HOME },
        });
      }
    } finally {
      writeFileSync(ended, "");
      await checkout.close();
    }
  } else while (!existsSync(ended)) await sleep(200);
  const archive = ([name]: [Package, string[]]) => {
    const file = path.join(folder, `headroom-serverless-${name}-0.1.0.tgz`);
    if (!existsSync(file)) throw new Error(`${file} was not packed: another test file says why`);
    return [name, file] as const;
  };
  return Object.fromEntries(packed.map(archive)) as { [name in Package]: string };
}

/** Whether nobody has made the folder before. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
