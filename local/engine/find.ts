import { CommandError, PulumiCommand } from "@pulumi/pulumi/automation";
import { AttemptError } from "./attempt";

/** A working CLI. */
export interface Found {
  command: PulumiCommand;
  /** For example `3.250.0`. */
  version: string;
}

/** The CLI on PATH, if it is recent enough. @throws {@link AttemptError} */
export async function pulumiOnPath(oldest: string): Promise<Found> {
  const found = await pulumiIn(undefined);
  if (found.command.version?.compare(oldest) === -1) {
    throw new AttemptError(
      `version ${found.version} is older than ${oldest}`,
      `upgrade it to ${oldest} or newer (https://www.pulumi.com/docs/install/).`,
    );
  }
  return found;
}

/** The CLI in `<root>/bin`, or on PATH if no root is given. @throws {@link AttemptError} if it does not answer. */
export async function pulumiIn(root: string | undefined): Promise<Found> {
  try {
    // Skip the SDK's version check, which demands a CLI of the SDK's own version; ours follows.
    const command = await PulumiCommand.get({ root, skipVersionCheck: true });
    if (command.version) return { command, version: command.version.version };
    throw new AttemptError("it does not print its version", "install it again (https://www.pulumi.com/docs/install/).");
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const reason = /ENOENT/.test(error.message) ? "not found" : `it does not run: ${error.message.trim()}`;
    throw new AttemptError(reason, "install the Pulumi CLI (https://www.pulumi.com/docs/install/).");
  }
}
