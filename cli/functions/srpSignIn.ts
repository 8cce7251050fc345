import {
  type CognitoIdentityProvider,
  type RespondToAuthChallengeCommandOutput,
} from "@aws-sdk/client-cognito-identity-provider";
import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from "cognito-srp-helper";

/** An app of a user pool, as the outputs of the stack name it. */
export interface App {
  userPoolId: string;
  userPoolClientId: string;
}

/**
 * Signs a user in as an app does it: by Secure Remote Password, so that the password itself is never sent. The answer has
 * tokens, or the next challenge.
 */
export async function srpSignIn(
  cognito: CognitoIdentityProvider,
  { userPoolId, userPoolClientId: ClientId }: App,
  user: string,
  password: string,
): Promise<RespondToAuthChallengeCommandOutput> {
  const session = createSrpSession(user, password, userPoolId, false);
  const started = await cognito.initiateAuth(
    wrapInitiateAuth(session, {
      ClientId,
      AuthFlow: "USER_SRP_AUTH" as const,
      AuthParameters: { CHALLENGE_NAME: "SRP_A", USERNAME: user },
    }),
  );
  const USERNAME = started.ChallengeParameters?.USER_ID_FOR_SRP ?? user;
  return cognito.respondToAuthChallenge(
    wrapAuthChallenge(signSrpSession(session, started), {
      ClientId,
      ChallengeName: "PASSWORD_VERIFIER" as const,
      ChallengeResponses: { USERNAME },
      Session: started.Session,
    }),
  );
}
