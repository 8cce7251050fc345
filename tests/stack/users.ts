import assert from "node:assert/strict";
import {
  type AuthenticationResultType,
  type CognitoIdentityProvider,
  type RespondToAuthChallengeCommandOutput,
} from "@aws-sdk/client-cognito-identity-provider";
import { type App, srpSignIn } from "../../cli/functions/srpSignIn";

/** A password that every policy of the tests takes. */
export const password = "Correct horse 9 battery!";

/** People who use an app of a user pool, as the app sees them. */
export class Users {
  constructor(
    private readonly cognito: CognitoIdentityProvider,
    private readonly pool: App,
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

  signIn(email: string, secret = password): Promise<RespondToAuthChallengeCommandOutput> {
    return srpSignIn(this.cognito, this.pool, email, secret);
  }

  async tokens(email: string): Promise<AuthenticationResultType> {
    const { AuthenticationResult } = await this.signIn(email);
    assert.ok(AuthenticationResult);
    return AuthenticationResult;
  }
}
