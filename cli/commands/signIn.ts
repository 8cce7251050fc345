import { CognitoIdentity } from "@aws-sdk/client-cognito-identity";
import { CognitoIdentityProvider, UsernameExistsException } from "@aws-sdk/client-cognito-identity-provider";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { FailureError, UsageError } from "../terminal/errors";
import { type Connection, connection } from "../functions/running";
import { type App, srpSignIn } from "../functions/srpSignIn";
import { outputsFile } from "../state/stateFiles";

/** Arguments of `npm run sign-in`. */
export interface SignInArgs {
  /** E-mail address. */
  user: string;
  /** Groups that the user joins first. */
  group: string[];
  /** Print AWS credentials for a shell instead of the access token. */
  credentials: boolean;
  /** One JSON document instead of text. */
  json: boolean;
}

/**
 * Signs a user in to the user pool of the stack `local`, and up first if necessary. Prints the access token for the
 * API, or with `credentials` the user's AWS credentials and identity as shell variables.
 */
export async function signIn(args: SignInArgs): Promise<void> {
  const to = await connection();
  const outputs = JSON.parse(readFileSync(outputsFile, "utf8")) as Partial<App> & { identityPoolId?: string };
  const { userPoolId, userPoolClientId, identityPoolId } = outputs;
  if (!userPoolId || !userPoolClientId) throw new UsageError("the stack has no user pool. Fix: userPool.enabled=true");
  if (args.credentials && !identityPoolId) {
    throw new UsageError("the stack has no identity pool. Fix: identityPool.enabled=true");
  }
  const cognito = new CognitoIdentityProvider(to);
  try {
    const { accessToken, idToken } = await requestTokens(cognito, { userPoolId, userPoolClientId }, args);
    if (!args.credentials) {
      console.log(args.json ? JSON.stringify({ accessToken, idToken }, null, 2) : accessToken);
      return;
    }
    const provider = `cognito-idp.${to.region}.amazonaws.com/${userPoolId}`;
    const variables = await requestCredentials(to, identityPoolId, { [provider]: idToken });
    console.log(args.json ? JSON.stringify(variables, null, 2) : exportLines(variables));
  } catch (error) {
    throw error instanceof FailureError ? error : new FailureError(`${args.user}: ${(error as Error).message}`);
  } finally {
    cognito.destroy();
  }
}

async function requestTokens(
  cognito: CognitoIdentityProvider,
  app: App,
  { user, group }: SignInArgs,
): Promise<{ accessToken: string; idToken: string }> {
  // A new password each time, so that it need not be stored.
  const password = `Aa1!${randomBytes(24).toString("base64url")}`;
  const account = { UserPoolId: app.userPoolId, Username: user };
  try {
    const UserAttributes = [{ Name: "email", Value: user }];
    await cognito.signUp({ ClientId: app.userPoolClientId, Username: user, Password: password, UserAttributes });
    await cognito.adminConfirmSignUp(account);
    console.error(`${user} has signed up`);
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error;
    await cognito.adminSetUserPassword({ ...account, Password: password, Permanent: true });
  }
  for (const GroupName of group) await cognito.adminAddUserToGroup({ ...account, GroupName });
  const { AuthenticationResult, ChallengeName } = await srpSignIn(cognito, app, user, password);
  const { AccessToken: accessToken, IdToken: idToken } = AuthenticationResult ?? {};
  if (!accessToken || !idToken) throw new FailureError(`${user} has another challenge to answer: ${ChallengeName}.`);
  return { accessToken, idToken };
}

/** Lines for a shell's eval. */
const exportLines = (variables: Variables): string =>
  Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value}'`)
    .join("\n");

type Variables = Record<string, string | undefined>;

/** The user's own credentials and identity, as environment variables. */
async function requestCredentials(
  to: Connection,
  IdentityPoolId: string | undefined,
  Logins: Record<string, string>,
): Promise<Variables> {
  const identities = new CognitoIdentity(to);
  try {
    const { IdentityId } = await identities.getId({ IdentityPoolId, Logins });
    const { Credentials } = await identities.getCredentialsForIdentity({ IdentityId, Logins });
    return {
      AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: Credentials?.SecretKey,
      AWS_SESSION_TOKEN: Credentials?.SessionToken,
      AWS_REGION: to.region,
      AWS_DEFAULT_REGION: to.region, // version 1 of the AWS CLI reads only this one
      AWS_ENDPOINT_URL: to.endpoint,
      IDENTITY: IdentityId,
    };
  } finally {
    identities.destroy();
  }
}
