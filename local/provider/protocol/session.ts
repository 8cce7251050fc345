import { isRecord, type Properties } from "../frame/values";

/** One configured provider: the engine makes one for each explicit provider resource, and one by default. */
export interface Session {
  /** Of resources that name none of their own; empty where none is configured, as for packages that need none. */
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
  const defaults = structured(args.defaultTags);
  const defaultTags = isRecord(defaults) && isRecord(defaults.tags) ? defaults.tags : {};
  return { region: typeof region === "string" ? region : "", defaultTags, account: given.account };
}

/** Refuses what is asked of the package `aws` where no Region is configured. */
export function requireRegion(token: string, { region }: Session): void {
  if (region === "" && token.startsWith("aws:"))
    throw new Error("no AWS Region is configured: run `pulumi config set aws:region us-east-1`, or set AWS_REGION");
}

/** Structured configuration comes as JSON text. */
function structured(value: unknown): unknown {
  return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
}
