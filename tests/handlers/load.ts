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

/** The environments of the calls that run now, the newest last, and what they stand on. */
const layers: Record<string, string | undefined>[] = [];
let ground = process.env;

function apply(): void {
  process.env = layers.length === 0 ? ground : { ...ground, ...layers.at(-1) };
}

/** Sets `variables` until the function that it gives back is called. Calls may end in any order: each takes its own away. */
function set(variables: Record<string, string | undefined>): () => void {
  if (layers.length === 0) ground = process.env;
  const layer = { ...variables };
  layers.push(layer);
  apply();
  return () => {
    layers.splice(layers.indexOf(layer), 1);
    apply();
  };
}

/** The handler `name` after a cold start; each call of it runs with the same environment, also beside others of its kind. */
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
