import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** The folder of the checkout: the nearest one upwards with Pulumi.yaml, from the source or from the bundle alike. */
export const projectRoot = ((folder: string): string => {
  while (!existsSync(path.join(folder, "Pulumi.yaml"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`no Pulumi.yaml in ${__dirname} or above it`);
    folder = parent;
  }
  return folder;
})(__dirname);

/** What belongs to this checkout's local stack; `npm run down` removes it. */
export const localFolder = path.join(projectRoot, ".local");

/** What is costly to make and the same for every checkout of a user. */
export const cacheFolder = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "headroom");
