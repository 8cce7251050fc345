import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { LocalWorkspace, type Workspace } from "@pulumi/pulumi/automation";
import { version } from "@pulumi/aws/package.json";
import { type Engine } from "../../local/engine";
import { type RunningProvider } from "../../local/provider";
import { UsageError } from "../terminal/errors";
import { type Settings } from "./settings";
import { type Target } from "./target";

/**
 * The official AWS plugin, against AWS or the emulator.
 * @throws {@link UsageError} naming everything that is missing: the plugin; for AWS also credentials and a state
 * backend.
 */
export async function officialProvider(
  { command }: Engine,
  { region }: Settings,
  target: Target,
): Promise<RunningProvider> {
  const workspace = await LocalWorkspace.create({ pulumiCommand: command });
  const missing = [await missingPlugin(workspace)];
  if (target.kind === "cloud") missing.push(await missingBackend(workspace), await missingCredentials(region));
  const list = missing.filter((line) => line !== undefined);
  if (list.length) throw new UsageError(`some of what this needs is missing:\n  ${list.join("\n  ")}`);

  const environment = target.kind === "local" ? emulatorEnvironment(target.endpoint) : {};
  const report = { declaredOnly: [], remarks: [], unanswered: [] };
  return { environment, report: () => Promise.resolve(report), close: () => Promise.resolve() };
}

const emulatorEnvironment = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_EC2_METADATA_DISABLED: "true",
});

async function missingPlugin(workspace: Workspace): Promise<string | undefined> {
  const plugins = await workspace.listPlugins();
  if (plugins.some(({ name, kind }) => name === "aws" && kind === "resource")) return undefined;
  return `the official AWS plugin. Fix: pulumi plugin install resource aws ${version}`;
}

async function missingBackend(workspace: Workspace): Promise<string | undefined> {
  try {
    await workspace.whoAmI();
    return undefined;
  } catch {
    return "a place for the stack's state. Fix: pulumi login, or set PULUMI_BACKEND_URL, for example to an S3 bucket";
  }
}

async function missingCredentials(region: string): Promise<string | undefined> {
  const client = new STSClient({ region, maxAttempts: 1 });
  try {
    await client.send(new GetCallerIdentityCommand({}), { abortSignal: AbortSignal.timeout(10_000) });
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    return `working AWS credentials (${message}). Fix: aws sso login, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`;
  } finally {
    client.destroy();
  }
}
