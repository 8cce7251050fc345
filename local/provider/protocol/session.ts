import { isRecord, type Properties } from "../frame/values";

/** One configured provider: the engine makes one for each explicit provider resource, and one by default. */
export interface Session {
  /** Of resources that name none of their own. */
  region: string;
  defaultTags: Properties;
}

/**
 * Reads a provider's configuration. Keys that say how to reach an account (credentials, endpoints, the `skip…` checks)
 * are taken and have no effect: the emulator is always reached in the same way, and a preview reaches nothing.
 */
export function readSession(args: Properties, environment: NodeJS.ProcessEnv): Session {
  const region = args.region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION;
  if (typeof region !== "string" || region === "") {
    throw new Error("no AWS Region is configured: run `pulumi config set aws:region us-east-1`, or set AWS_REGION");
  }
  const defaults = structured(args.defaultTags);
  return { region, defaultTags: isRecord(defaults) && isRecord(defaults.tags) ? defaults.tags : {} };
}

/** Structured configuration comes as JSON text. */
function structured(value: unknown): unknown {
  return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
}
