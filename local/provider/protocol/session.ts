import { isRecord, type Properties } from "../frame/values";

/** One configured provider: the engine makes one for each explicit provider resource, and one by default. */
export interface Session {
  /** Of resources that name none of their own. */
  region: string;
  defaultTags: Properties;
  /** The account's number, where the user says it. */
  account: string | undefined;
}

/** What stands in for what a program leaves to the environment. */
export interface SessionDefaults {
  region?: string | undefined;
  account?: string | undefined;
}

/**
 * Reads a provider's configuration. Keys that say how to reach an account (credentials, endpoints, the `skip…` checks)
 * are taken and have no effect: the emulator is always reached in the same way, and a preview reaches nothing.
 */
export function readSession(args: Properties, environment: NodeJS.ProcessEnv, given: SessionDefaults = {}): Session {
  const region = args.region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? given.region;
  if (typeof region !== "string" || region === "") {
    throw new Error("no AWS Region is configured: run `pulumi config set aws:region us-east-1`, or set AWS_REGION");
  }
  const defaults = structured(args.defaultTags);
  const defaultTags = isRecord(defaults) && isRecord(defaults.tags) ? defaults.tags : {};
  return { region, defaultTags, account: given.account };
}

/** Structured configuration comes as JSON text. */
function structured(value: unknown): unknown {
  return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
}
