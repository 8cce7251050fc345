import { type Properties } from "../../local/provider/frame/values";
import { type Target } from "./target";

/** Settings of an AWS provider that lead to an account: to its credentials, to its number, to other addresses. */
const ofAccounts = new Set([
  ...["accessKey", "secretKey", "token", "profile", "sharedConfigFiles", "sharedCredentialsFiles"],
  ...["assumeRole", "assumeRoles", "assumeRoleWithWebIdentity"],
  ...["allowedAccountIds", "forbiddenAccountIds", "endpoints"],
]);

/** The keys are made up: nobody checks them. */
const keys = { accessKey: "test", secretKey: "test" };

const offline = {
  skipCredentialsValidation: "true",
  skipMetadataApiCheck: "true",
  skipRequestingAccountId: "true",
  // What asks AWS all the same fails at once.
  maxRetries: "1",
};
const onEmulator = { s3UsePathStyle: "true", skipMetadataApiCheck: "true" };

/** The settings of an AWS provider by which Pulumi's own plugin needs no account, for a preview or the emulator. */
export function withoutAccount(settings: Properties, target: Target): Properties {
  const kept = Object.entries(settings).filter(([name]) => !ofAccounts.has(name));
  return { ...Object.fromEntries(kept), ...keys, ...(target.kind === "local" ? onEmulator : offline) };
}

const prefix = "aws:";

/** The same for the settings of the default provider, among a stack's configuration. */
export function configWithoutAccount(config: Properties, target: Target): Properties {
  const [own, others]: [Properties, Properties] = [{}, {}];
  for (const [name, value] of Object.entries(config)) {
    if (name.startsWith(prefix)) own[name.slice(prefix.length)] = value;
    else others[name] = value;
  }
  const settings = Object.entries(withoutAccount(own, target));
  return { ...others, ...Object.fromEntries(settings.map(([name, value]) => [prefix + name, value])) };
}

/** Nothing listens at the port of `discard`. */
const nowhere = "http://127.0.0.1:9";

/** The environment by which the plugin finds no account, for every provider that a program makes. */
export const environmentWithoutAccount = (target: Target): Record<string, string> => ({
  AWS_ENDPOINT_URL: target.kind === "local" ? target.endpoint : nowhere,
  AWS_ACCESS_KEY_ID: keys.accessKey,
  AWS_SECRET_ACCESS_KEY: keys.secretKey,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_PROFILE: "",
  AWS_SESSION_TOKEN: "",
});
