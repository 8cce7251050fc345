import assert from "node:assert/strict";
import {
  type AuthenticationResultType,
  type CognitoIdentityProvider,
  type InitiateAuthCommandOutput,
} from "@aws-sdk/client-cognito-identity-provider";
import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from "cognito-srp-helper";

/** A password that every policy of the tests takes. */
export const password = "Correct horse 9 battery!";

/** People who use an app of a user pool, as the app sees them. */
export class Users {
  constructor(
    private readonly cognito: CognitoIdentityProvider,
    private readonly pool: { userPoolId: string; userPoolClientId: string },
  ) {}

  signUp(email: string, secret = password) {
    const UserAttributes = [{ Name: "email", Value: email }];
    return this.cognito.signUp({
      ClientId: this.pool.userPoolClientId,
      Username: email,
      Password: secret,
      UserAttributes,
    });
  }

  /** Signs up, confirms, and joins the groups. */
  async add(email: string, ...groups: string[]): Promise<void> {
    const { userPoolId: UserPoolId, userPoolClientId: ClientId } = this.pool;
    await this.signUp(email);
    await this.cognito.confirmSignUp({ ClientId, Username: email, ConfirmationCode: "123456" });
    for (const GroupName of groups) await this.cognito.adminAddUserToGroup({ UserPoolId, Username: email, GroupName });
  }

  /** Secure Remote Password, as an app does it: the password itself is never sent. */
  async signIn(email: string, secret = password): Promise<InitiateAuthCommandOutput> {
    const { userPoolId, userPoolClientId: ClientId } = this.pool;
    const session = createSrpSession(email, secret, userPoolId, false);
    const started = await this.cognito.initiateAuth(
      wrapInitiateAuth(session, {
        ClientId,
        AuthFlow: "USER_SRP_AUTH" as const,
        AuthParameters: { CHALLENGE_NAME: "SRP_A", USERNAME: email },
      }),
    );
    const USERNAME = started.ChallengeParameters?.USER_ID_FOR_SRP ?? email;
    return this.cognito.respondToAuthChallenge(
      wrapAuthChallenge(signSrpSession(session, started), {
        ClientId,
        ChallengeName: "PASSWORD_VERIFIER" as const,
        ChallengeResponses: { USERNAME },
        Session: started.Session,
      }),
    );
  }

  async tokens(email: string): Promise<AuthenticationResultType> {
    const { AuthenticationResult } = await this.signIn(email);
    assert.ok(AuthenticationResult);
    return AuthenticationResult;
  }
}
