import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const variable = "HEADROOM_TESTS_SHARED";

/** What the test files of one run share, whichever process they are in. It is there until the last one has ended. */
export function sharedFolder(): string {
  return process.env[variable]!;
}

/** Mocha's own names: it calls them once for a run, before it starts the processes that inherit the variable, and after the last. */
export function mochaGlobalSetup(): void {
  process.env[variable] = mkdtempSync(path.join(tmpdir(), "headroom-shared-"));
}

export function mochaGlobalTeardown(): void {
  rmSync(sharedFolder(), { recursive: true, force: true });
}
