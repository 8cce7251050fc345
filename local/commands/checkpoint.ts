import { copyFileSync, existsSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { localStack } from "./settings";
import { stateFolder } from "./stateFiles";

/**
 * Makes sure that the engine can read its state of the stack `local`. The engine replaces the file at once, so that a
 * kill does not harm it; a power cut or a full disk may. Then its own backup, one save older, takes the place.
 * @returns false if the backup is not whole either: nothing is known of what is in the emulator.
 */
export function mendCheckpoint(project: string, tell: (line: string) => void): boolean {
  const file = path.join(stateFolder, ".pulumi", "stacks", project, `${localStack}.json`);
  if (!existsSync(file) || isWhole(file)) return true;
  const backup = `${file}.bak`;
  if (!existsSync(backup) || !isWhole(backup)) return false;
  copyFileSync(backup, `${file}.draft`);
  renameSync(`${file}.draft`, file);
  tell(
    `the engine's state of the stack ${localStack} was damaged; its backup of ${statSync(backup).mtime.toISOString()} is ` +
      "restored. What was made later is not known to it, and stays in the emulator until npm run down",
  );
  return true;
}

function isWhole(file: string): boolean {
  try {
    const content = JSON.parse(readFileSync(file, "utf8")) as { checkpoint?: unknown } | null;
    return typeof content?.checkpoint === "object";
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return false;
  }
}
