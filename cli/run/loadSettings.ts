import { isOwnProject } from "../../local/project";
import { readUserProject, type UserProjectArgs } from "../project/userProject";
import { localStack, readSettings, type Settings } from "./settings";

/** The stack and settings of a run; all but the first three are for a user's own project. */
export interface RunArgs extends Omit<UserProjectArgs, "stack"> {
  stack: string;
  provider: "embedded" | "official";
}

/** The settings of a run: the official plugin gets the emulator's address in place of AWS's, next to its environment. */
export function loadSettings(run: RunArgs): Settings {
  if (!isOwnProject) return readUserProject({ ...run, stack: run.stack || undefined });
  const onEmulator = run.provider === "official" && run.stack === localStack;
  const own = onEmulator ? ["aws:s3UsePathStyle=true", "aws:skipMetadataApiCheck=true"] : [];
  return readSettings(run.stack, [...own, ...run.config]);
}
