import { version } from "@pulumi/aws/package.json";
import { isRecord, type Properties } from "../frame/values";

/** One configured provider: the engine configures one for each explicit provider resource, and a default one. */
export interface Session {
  /** Region of resources that name none; empty if none is configured, as for packages without Regions. */
  region: string;
  defaultTags: Properties;
  /** The account's number, if the user gives it. */
  account: string | undefined;
  /** Its resources are of an SDK of another major version than ours, which may have other arguments. */
  otherVersion: boolean;
}

/** Defaults for what a program leaves to the environment. */
export interface SessionDefaults {
  region?: string | undefined;
  account?: string | undefined;
  /** The program's version of the SDK. */
  awsVersion?: string | undefined;
}

/**
 * Reads a provider's configuration. Ignores keys that say how to reach an account (credentials, endpoints, the `skip…`
 * checks): the emulator's address is fixed, and a preview calls no service.
 * @param urn Of the provider. The name of a default one has the version that its resources request, such as `default_6_83_2`: another than
 * the program's where a package brings its own SDK.
 */
export function readSession(
  args: Properties,
  environment: NodeJS.ProcessEnv,
  given: SessionDefaults = {},
  urn = "",
): Session {
  const region = args.region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? given.region;
  const defaults = structured(args.defaultTags);
  const defaultTags = isRecord(defaults) && isRecord(defaults.tags) ? defaults.tags : {};
  const [, requested = major(given.awsVersion ?? version)] = /:providers:aws::default_(\d+)_/.exec(urn) ?? [];
  return {
    region: typeof region === "string" ? region : "",
    defaultTags,
    account: given.account,
    otherVersion: requested !== major(version),
  };
}

const major = (version: string): string => version.replace(/^v/, "").split(".")[0] ?? "";

/** Refuses requests of the package `aws` without a configured Region. */
export function requireRegion(token: string, { region }: Session): void {
  if (region === "" && token.startsWith("aws:"))
    throw new Error("no AWS Region is configured: run `pulumi config set aws:region us-east-1`, or set AWS_REGION");
}

/** Structured configuration comes as JSON text. */
function structured(value: unknown): unknown {
  return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
}
