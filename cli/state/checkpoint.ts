import { copyFileSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Deployed } from "./deployed";

interface Checkpoint {
  latest?: { pending_operations?: { type: string }[]; resources?: StateResource[] };
}

/** A resource in the engine's state. */
export interface StateResource {
  urn: string;
  type: string;
  id?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  modified?: string;
}

const checkpointFile = (state: string, { project, stack }: Pick<Deployed, "project" | "stack">): string =>
  path.join(state, ".pulumi", "stacks", project, `${stack}.json`);

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
  const file = checkpointFile(state, { project, stack });
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

/** The resources of a stack in the engine's state; none if there is no state. */
export function stateResources(state: string, of: Pick<Deployed, "project" | "stack">): StateResource[] {
  const file = checkpointFile(state, of);
  return (existsSync(file) ? read(file)?.latest?.resources : undefined) ?? [];
}

/** Writes into the engine's state what was changed without the engine. The caller holds the lock of the stack. */
export function updateState(
  state: string,
  of: Pick<Deployed, "project" | "stack">,
  change: (resource: StateResource) => void,
): void {
  const file = checkpointFile(state, of);
  const content = JSON.parse(readFileSync(file, "utf8")) as { checkpoint: Checkpoint };
  for (const resource of content.checkpoint.latest?.resources ?? []) change(resource);
  writeFileSync(`${file}.draft`, JSON.stringify(content, null, 4));
  renameSync(`${file}.draft`, file);
}
