import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { AttemptError, type Making } from "./attempt";
import { run } from "./run";

const reachSeconds = 10;
const installSeconds = 600;

/**
 * Runs Pulumi's official installer script. The Automation API's `PulumiCommand.install` does the same, but its
 * downloads have no time limit.
 */
export async function runInstaller({ target, version, installer, progress }: Making): Promise<void> {
  const fix = `let this machine reach ${installer.host}, or install the Pulumi CLI by hand (https://www.pulumi.com/docs/install/).`;
  if (process.platform === "win32") throw new AttemptError("not offered on Windows", fix);

  progress(`asking ${installer.host} for the Pulumi installer`);
  const script = await download(new URL("install.sh", installer)).catch((error: Error) => {
    const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
    throw new AttemptError(`${installer.host} cannot be reached (${error.message}${cause})`, fix);
  });

  const folder = mkdtempSync(path.join(tmpdir(), "headroom-"));
  try {
    const file = path.join(folder, "install.sh");
    writeFileSync(file, script);
    await run("/bin/sh", [file, "--no-edit-path", "--install-root", target, "--version", version], {
      step: `installing Pulumi ${version}`,
      progress,
      limits: { total: installSeconds },
      fix,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(url: URL): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(reachSeconds * 1000) });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.text();
}
