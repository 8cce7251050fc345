import { existsSync, readlinkSync } from "node:fs";
import path from "node:path";

/** The environment variable that names the folder from which a program's relative paths start. */
export const programFolderVariable = "HEADROOM_PROGRAM_FOLDER";

/**
 * A path of the program on this machine. A relative one starts from the program's folder, in which a language host starts
 * the pack too; without one the engine starts it in the pack's own folder, and works in the program's itself.
 * None where that folder is not known.
 */
export function pathInProgram(file: string): string | undefined {
  if (path.isAbsolute(file)) return file;
  const folder = programFolder();
  return folder === undefined ? undefined : path.resolve(folder, file);
}

function programFolder(): string | undefined {
  const given = process.env[programFolderVariable];
  if (given) return given;
  const own = process.cwd();
  return existsSync(path.join(own, "PulumiPolicy.yaml")) ? folderOfEngine() : own;
}

/** Only Linux shows the working directory of another process. */
function folderOfEngine(): string | undefined {
  try {
    return readlinkSync(`/proc/${process.ppid}/cwd`);
  } catch {
    return undefined;
  }
}
