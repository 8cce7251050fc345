import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Where Headroom itself is, a checkout or an installed package: the nearest folder upwards that has the policy pack. */
export const installRoot = ((folder: string): string => {
  while (!existsSync(path.join(folder, "policy", "PulumiPolicy.yaml"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`no policy/PulumiPolicy.yaml in ${__dirname} or above it`);
    folder = parent;
  }
  return folder;
})(__dirname);

/** Names the folder of somebody's own Pulumi project, where the commands are about that and not about this checkout. */
export const projectVariable = "HEADROOM_PROJECT";

/** The folder of the Pulumi project that the commands are about. */
export const projectRoot = process.env[projectVariable] || installRoot;

/** Whether the commands are about the program of this checkout. */
export const isOwnProject = projectRoot === installRoot;

/** A command as the user calls it here, such as `npm run down`, or `headroom down` in somebody's own project. */
export function commandLine(name: string): string {
  if (!isOwnProject) return `headroom ${name}`;
  return name === "up" ? "npm start" : `npm run ${name}`;
}

/** What belongs to the project's local stack and to its runs; `down` removes it. */
export const localFolder = path.join(projectRoot, isOwnProject ? ".local" : ".headroom");

/** Makes {@link localFolder}; in somebody's own project it keeps itself out of their repository. */
export function makeLocalFolder(): void {
  mkdirSync(localFolder, { recursive: true });
  const ignore = path.join(localFolder, ".gitignore");
  if (!isOwnProject && !existsSync(ignore)) writeFileSync(ignore, "*\n");
}

/** What is costly to make and the same for every project of a user. */
export const cacheFolder = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "headroom");
