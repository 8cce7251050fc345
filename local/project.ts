import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** The folder of Headroom itself, a checkout or an installed package: the nearest one upwards with the policy pack. */
export const installRoot = ((folder: string): string => {
  while (!existsSync(path.join(folder, "policy", "PulumiPolicy.yaml"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`no policy/PulumiPolicy.yaml in ${__dirname} or above it`);
    folder = parent;
  }
  return folder;
})(__dirname);

/**
 * Environment variable that names the user's own Pulumi project, if the commands work on that instead of this checkout.
 */
export const projectVariable = "HEADROOM_PROJECT";

/** The folder of the Pulumi project that the commands work on. */
export const projectRoot = process.env[projectVariable] || installRoot;

/** Whether the commands work on the program of this checkout. */
export const isOwnProject = projectRoot === installRoot;

/** A command as the user calls it: `npm run down` here, `headroom down` in a project of their own. */
export function commandLine(name: string): string {
  if (!isOwnProject) return `headroom ${name}`;
  return name === "up" ? "npm start" : `npm run ${name}`;
}

/** Folder of the local stack and its runs; `down` removes it. */
export const localFolder = path.join(projectRoot, isOwnProject ? ".local" : ".headroom");

/** Creates {@link localFolder}; in a user's own project, with a .gitignore of its own. */
export function makeLocalFolder(): void {
  mkdirSync(localFolder, { recursive: true });
  const ignore = path.join(localFolder, ".gitignore");
  if (!isOwnProject && !existsSync(ignore)) writeFileSync(ignore, "*\n");
}

/** Cache for what is expensive to create and the same for every project of a user. */
export const cacheFolder = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "headroom");
