import { isRecord, type Properties } from "../frame/values";

/** One configured provider: the engine configures one for each explicit provider resource, and a default one. */
export interface Session {
  /** Region of resources that name none; empty if none is configured, as for packages without Regions. */
  region: string;
  defaultTags: Properties;
  /** The account's number, if the user gives it. */
  account: string | undefined;
}

/** Defaults for what a program leaves to the environment. */
export interface SessionDefaults {
  region?: string | undefined;
  account?: string | undefined;
}

/**
 * Reads a provider's configuration. Ignores keys that say how to reach an account (credentials, endpoints, the `skip…`
 * checks): the emulator's address is fixed, and a preview calls no service.
 */
export function readSession(args: Properties, environment: NodeJS.ProcessEnv, given: SessionDefaults = {}): Session {
  const region = args.region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? given.region;
  const defaults = structured(args.defaultTags);
  const defaultTags = isRecord(defaults) && isRecord(defaults.tags) ? defaults.tags : {};
  return { region: typeof region === "string" ? region : "", defaultTags, account: given.account };
}

/** Refuses requests of the package `aws` without a configured Region. */
export function requireRegion(token: string, { region }: Session): void {
  if (region === "" && token.startsWith("aws:"))
    throw new Error("no AWS Region is configured: run `pulumi config set aws:region us-east-1`, or set AWS_REGION");
}

/** Structured configuration comes as JSON text. */
function structured(value: unknown): unknown {
  return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
}
