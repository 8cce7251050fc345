import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { LocalWorkspace, type Workspace } from "@pulumi/pulumi/automation";
import { version } from "@pulumi/aws/package.json";
import { type Engine } from "../../local/engine";
import { type RunningProvider } from "../../local/provider";
import which from "which";
import { UsageError } from "../terminal/errors";
import { type Settings } from "./settings";
import { type Target } from "./target";
import { environmentWithoutAccount } from "./withoutAccount";

/**
 * The official AWS plugin, against AWS, the emulator, or nothing.
 * @param others Serves the other packages of a user's own program.
 * @throws {@link UsageError} naming everything that is missing: the plugin; for AWS also credentials and a state
 * backend.
 */
export async function officialProvider(
  { command }: Engine,
  { region, program }: Settings,
  target: Target,
  others?: () => Promise<RunningProvider>,
): Promise<RunningProvider> {
  const workspace = await LocalWorkspace.create({ pulumiCommand: command });
  const missing = [await missingPlugin(workspace, program && (program.awsVersion ?? version))];
  if (target.kind === "cloud") missing.push(await missingBackend(workspace), await missingCredentials(region));
  const list = missing.filter((line) => line !== undefined);
  if (list.length) throw new UsageError(`some of what this needs is missing:\n  ${list.join("\n  ")}`);

  const environment = target.kind === "cloud" ? {} : environmentWithoutAccount(target);
  const served = await others?.();
  if (served) return { ...served, environment: { ...served.environment, ...environment } };
  const report = { declaredOnly: [], remarks: [], unanswered: [] };
  return { environment, report: () => Promise.resolve(report), close: () => Promise.resolve() };
}

/** @param needed The version that the program asks for; without one, any does. */
async function missingPlugin(workspace: Workspace, needed?: string): Promise<string | undefined> {
  if (which.sync("pulumi-resource-aws", { nothrow: true }) !== null) return undefined; // the engine prefers that one
  const plugins = (await workspace.listPlugins()).filter(({ name, kind }) => name === "aws" && kind === "resource");
  if (plugins.some((plugin) => needed === undefined || plugin.version === needed)) return undefined;
  const others = plugins.length > 0 ? ` (installed: ${plugins.map((plugin) => plugin.version).join(", ")})` : "";
  const wanted = needed ?? version;
  return `the official AWS plugin ${wanted}${others}. Fix: pulumi plugin install resource aws ${wanted}`;
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
