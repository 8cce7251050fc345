import { existsSync } from "node:fs";
import path from "node:path";
import { localFolder } from "../../local/project";

/** Where the engine keeps the state of the stack `local`. */
export const stateFolder = path.join(localFolder, "state");

/** Whether the stack `local` has been deployed, as far as the engine knows. */
export const hasLocalState = (): boolean => existsSync(path.join(stateFolder, ".pulumi"));

/** The outputs of the stack `local`, for scripts, and for `npm run invoke` and `npm run logs`. */
export const outputsFile = path.join(localFolder, "outputs.json");

/** One command at a time changes the stack `local`. */
export const runLock = path.join(localFolder, "run.lock");
