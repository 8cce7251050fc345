import { copyFileSync, existsSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { type Deployed } from "./deployed";

interface Checkpoint {
  latest?: { pending_operations?: { type: string }[] };
}

/**
 * Why the engine's state of the stack does not match the emulator; undefined if it does. A killed run may have made
 * resources that the engine did not record, under names that the next run needs. The engine replaces the file
 * atomically, so that a kill leaves it whole; a power cut or a full disk may not. Then its own backup, one save
 * older, replaces it.
 */
export function stateProblem(
  state: string,
  { project, stack }: Pick<Deployed, "project" | "stack">,
  print: (line: string) => void,
): string | undefined {
  const file = path.join(state, ".pulumi", "stacks", project, `${stack}.json`);
  if (!existsSync(file)) return undefined;
  const checkpoint = read(file) ?? restore(file, print);
  if (!checkpoint) return "the engine's state of the stack is damaged, and so is its backup";
  const creating = checkpoint.latest?.pending_operations?.filter(({ type }) => type === "creating") ?? [];
  return creating.length ? `a run was killed while it made resources (${creating.length})` : undefined;
}

function restore(file: string, report: (line: string) => void): Checkpoint | undefined {
  const backup = `${file}.bak`;
  const checkpoint = existsSync(backup) ? read(backup) : undefined;
  if (!checkpoint) return undefined;
  copyFileSync(backup, `${file}.draft`);
  renameSync(`${file}.draft`, file);
  const time = statSync(backup).mtime.toISOString();
  report(`the engine's state of the stack was damaged; its backup of ${time} is restored`);
  return checkpoint;
}

/** None if the file is not whole. */
function read(file: string): Checkpoint | undefined {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { checkpoint?: Checkpoint } | null)?.checkpoint;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
