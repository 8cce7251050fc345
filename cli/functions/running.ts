import { LambdaClient, paginateListFunctions } from "@aws-sdk/client-lambda";
import { existsSync, readFileSync } from "node:fs";
import { emulatorStatus } from "../../local/emulator";
import { UsageError } from "../terminal/errors";
import { commandLine } from "../../local/project";
import { type Deployed, readDeployed } from "../state/deployed";
import { outputsFile } from "../state/stateFiles";

/** Configuration with which AWS SDK clients reach the stack on the emulator. */
export interface Connection {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** The running stack on the emulator. @throws {@link UsageError} if none does. */
export async function runningStack(): Promise<Deployed & { endpoint: string }> {
  const [status, deployed] = [await emulatorStatus(), readDeployed()];
  if (status.state !== "running" || !deployed || !existsSync(outputsFile)) {
    throw new UsageError(`no stack is running here. Fix: ${commandLine("up")}`);
  }
  return { ...deployed, endpoint: status.endpoint };
}

/** The client configuration for the running stack. @throws {@link UsageError} if none does. */
export async function connection(): Promise<Connection> {
  const { endpoint, region } = await runningStack();
  return { endpoint, region, credentials: { accessKeyId: "test", secretAccessKey: "test" } };
}

/** A function of the stack. */
export interface RunningFunction {
  name: string;
  logGroup: string;
}

/** Every function of the emulator, by name. */
export async function allFunctions(to: Connection): Promise<RunningFunction[]> {
  const client = new LambdaClient(to);
  const found: RunningFunction[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client }, {})) {
    for (const { FunctionName: name = "", LoggingConfig } of Functions) {
      found.push({ name, logGroup: LoggingConfig?.LogGroup ?? `/aws/lambda/${name}` });
    }
  }
  client.destroy();
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Finds a function by the name of a stack output, by its name, or by the logical name that its name begins with.
 * @throws {@link UsageError} listing the functions there are.
 */
export async function findFunction(given: string, to: Connection): Promise<RunningFunction> {
  const outputs = JSON.parse(readFileSync(outputsFile, "utf8")) as { [name: string]: unknown };
  const wanted = typeof outputs[given] === "string" ? outputs[given] : given;
  return findByName("function", wanted, await allFunctions(to));
}

/**
 * Finds the item with this name, or whose name begins with it and a hyphen.
 * @param kind What they are, in the singular.
 * @throws {@link UsageError} listing those there are.
 */
export function findByName<T extends { name: string }>(kind: string, given: string, all: T[]): T {
  const exact = all.filter(({ name }) => name === given);
  const [match, ...more] = exact.length ? exact : all.filter(({ name }) => name.startsWith(`${given}-`));
  if (match && !more.length) return match;
  const problem = match ? `several ${kind}s begin with "${given}"` : `there is no ${kind} "${given}"`;
  const names = all.map(({ name }) => name).join(", ") || "none";
  throw new UsageError(`${problem}. ${kind.charAt(0).toUpperCase()}${kind.slice(1)}s: ${names}.`);
}
