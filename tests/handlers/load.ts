/** Loads a handler as Lambda does at a cold start: its environment set first, its modules fresh. */
import { type Context } from "aws-lambda";
import { createRequire } from "node:module";
import { join } from "node:path";

import { REGION } from "./emulator";

const load = createRequire(__filename);
export const HANDLERS = join(__dirname, "../../handlers");

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

/** The variables that Lambda, or the emulator, sets itself; quiet, since the tests read outcomes. */
export const runtimeEnvironment = (endpoint: string, { accessKeyId, secretAccessKey }: Credentials) => ({
  AWS_REGION: REGION,
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  POWERTOOLS_LOG_LEVEL: "SILENT",
  POWERTOOLS_METRICS_DISABLED: "true",
  POWERTOOLS_METRICS_NAMESPACE: "Headroom",
});

type Handler = (event: never, context: Context) => Promise<unknown>;

/** Sets `variables` until the function that it gives back is called. */
function set(variables: Record<string, string | undefined>): () => void {
  const before = process.env;
  process.env = { ...before, ...variables };
  return () => {
    process.env = before;
  };
}

/** The handler `name` after a cold start; each call of it runs with the same environment. One at a time. */
export function coldStart<T extends Handler>(name: string, environment: Record<string, string | undefined>): T {
  for (const file of Object.keys(load.cache)) if (file.startsWith(HANDLERS)) delete load.cache[file];
  const unset = set(environment);
  let module: { handler: T };
  try {
    module = load(join(HANDLERS, name, "handler")) as { handler: T };
  } finally {
    unset();
  }
  const invoke: Handler = (event, context) => {
    // The SDK reads its credentials and Region at the first call, not when a client is made.
    const unset = set(environment);
    return module.handler(event, context).finally(unset);
  };
  return invoke as T;
}

/** What a handler uses of Lambda's context. */
export const contextWith = (remainingMillis: () => number = () => 60_000, awsRequestId = "request-1") =>
  ({ awsRequestId, functionName: "test", getRemainingTimeInMillis: remainingMillis }) as unknown as Context;
