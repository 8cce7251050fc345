import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { CognitoIdentityProvider } from "@aws-sdk/client-cognito-identity-provider";
import { CognitoIdentity } from "@aws-sdk/client-cognito-identity";
import { STS } from "@aws-sdk/client-sts";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { Checkout } from "./checkout";
import { password, Users } from "./users";

interface Outputs {
  apiUrl: string;
  userPoolId: string;
  userPoolClientId: string;
  identityPoolId: string;
  authenticatedRoleArn: string;
}

const patterns = ["usersApi", "usersTable", "eventIngest", "userPool", "identityPool", "ordersTable"];
/** A function judges the users' tokens. */
const settings = ["--config", "usersApi.authorizer=jwt"];

describe("users of the stack, deployed by the engine under the policy pack", function () {
  this.timeout(180_000);
  let checkout: Checkout;
  let outputs: Outputs;
  let cognito: CognitoIdentityProvider;
  let identities: CognitoIdentity;
  let users: Users;
  let client: { region: string; endpoint: string; credentials: { accessKeyId: string; secretAccessKey: string } };

  before(async () => {
    checkout = await Checkout.copy(patterns);
    const { code, stdout, stderr } = await checkout.run("up", "--stack", "local", ...settings);
    assert.equal(code, 0, stdout + stderr);
    outputs = JSON.parse(checkout.read(".local", "outputs.json")) as Outputs;
    client = {
      region: "us-east-1",
      endpoint: `http://127.0.0.1:${checkout.port}`,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    };
    cognito = new CognitoIdentityProvider(client);
    identities = new CognitoIdentity(client);
    users = new Users(cognito, outputs);
  });
  after(async () => {
    await checkout.close();
    for (const each of [cognito, identities]) each?.destroy();
  });

  const named = (name: string) => (error: Error) => error.name === name;

  it("somebody signs up with an e-mail address, confirms it, and signs in without showing the password", async () => {
    await users.add("anna@example.com");
    const { AccessToken = "", IdToken = "" } = await users.tokens("anna@example.com");
    const { userPoolId, userPoolClientId: clientId } = outputs;
    const verifier = CognitoJwtVerifier.create({ userPoolId, clientId });
    const keys = await fetch(`http://127.0.0.1:${checkout.port}/${userPoolId}/.well-known/jwks.json`);
    verifier.cacheJwks((await keys.json()) as Parameters<typeof verifier.cacheJwks>[0]);
    const access = verifier.verifySync(AccessToken, { tokenUse: "access" });
    const id = verifier.verifySync(IdToken, { tokenUse: "id" });
    assert.equal(access.sub, id.sub);
    assert.equal(id.email, "anna@example.com");
    assert.equal(access.exp - access.iat, 3_600);
  });

  it("nobody signs in unconfirmed, with a wrong code, or with another password", async () => {
    await users.signUp("bert@example.com");
    await assert.rejects(users.signIn("bert@example.com"), named("UserNotConfirmedException"));
    const confirmation = { ClientId: outputs.userPoolClientId, Username: "bert@example.com" };
    await assert.rejects(
      cognito.confirmSignUp({ ...confirmation, ConfirmationCode: "654321" }),
      named("CodeMismatchException"),
    );
    await users.add("carla@example.com");
    await assert.rejects(users.signIn("carla@example.com", `${password}?`), named("NotAuthorizedException"));
  });

  it("an app is not told whether somebody has an account", async () => {
    await assert.rejects(users.signIn("nobody@example.com"), named("NotAuthorizedException"));
  });

  for (const weak of ["Short 1!", "no capitals in here 1!", "No Digits In Here!", "NoSymbolsInHere12"]) {
    it(`the password "${weak}" is refused`, () =>
      assert.rejects(users.signUp("dora@example.com", weak), named("InvalidPasswordException")));
  }

  it("the app does not take the password itself", () =>
    assert.rejects(
      cognito.initiateAuth({
        ClientId: outputs.userPoolClientId,
        AuthFlow: "USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME: "anna@example.com", PASSWORD: password },
      }),
      named("InvalidParameterException"),
    ));

  it("who has enrolled an authenticator app is asked for its code", async () => {
    await users.add("emil@example.com");
    const { AccessToken } = await users.tokens("emil@example.com");
    const { SecretCode = "" } = await cognito.associateSoftwareToken({ AccessToken });
    const { Status } = await cognito.verifySoftwareToken({ AccessToken, UserCode: oneTimePassword(SecretCode) });
    assert.equal(Status, "SUCCESS");
    await cognito.setUserMFAPreference({
      AccessToken,
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
    });

    const asked = await users.signIn("emil@example.com");
    assert.equal(asked.ChallengeName, "SOFTWARE_TOKEN_MFA");
    assert.equal(asked.AuthenticationResult, undefined);
    const { AuthenticationResult } = await cognito.respondToAuthChallenge({
      ClientId: outputs.userPoolClientId,
      ChallengeName: "SOFTWARE_TOKEN_MFA",
      Session: asked.Session,
      ChallengeResponses: {
        USERNAME: asked.ChallengeParameters?.USER_ID_FOR_SRP ?? "emil@example.com",
        SOFTWARE_TOKEN_MFA_CODE: oneTimePassword(SecretCode),
      },
    });
    assert.ok(AuthenticationResult?.AccessToken);
  });

  it("a member of the group admins has it in the access token", async () => {
    await users.add("frida@example.com", "admins");
    const { AccessToken = "" } = await users.tokens("frida@example.com");
    const claims = JSON.parse(Buffer.from(AccessToken.split(".")[1] ?? "", "base64url").toString()) as object;
    assert.deepEqual("cognito:groups" in claims && claims["cognito:groups"], ["admins"]);
  });

  it("the API's function lets nobody in without a token, and says 403 to the wrong group and 200 to the right one", async () => {
    await users.add("hanna@example.com", "readers");
    const call = async (email?: string, method = "GET", path = "/users", body?: object): Promise<number> => {
      const token = email && (await users.tokens(email)).AccessToken;
      const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
      return (await fetch(outputs.apiUrl + path, { method, headers, body: body && JSON.stringify(body) })).status;
    };
    const eve = { name: "Eve", email: "eve@example.com" };
    assert.equal(await call(), 401);
    assert.equal(await call("carla@example.com"), 403);
    assert.equal(await call("hanna@example.com"), 200);
    assert.equal(await call("hanna@example.com", "POST", "/users", eve), 403);
    assert.equal(await call("frida@example.com", "POST", "/users", eve), 201);
    assert.equal(await call("frida@example.com", "POST", "/events", { type: "clicked" }), 400);
  });

  const logins = (IdToken: string) => ({ [`cognito-idp.us-east-1.amazonaws.com/${outputs.userPoolId}`]: IdToken });

  it("somebody who has signed in gets an identity that stays the same, and credentials of the role for users", async () => {
    const { IdToken = "" } = await users.tokens("anna@example.com");
    const Logins = logins(IdToken);
    const { IdentityId } = await identities.getId({ IdentityPoolId: outputs.identityPoolId, Logins });
    const { Credentials } = await identities.getCredentialsForIdentity({ IdentityId, Logins });
    const { AccessKeyId = "", SecretKey = "", SessionToken } = Credentials ?? {};
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretKey, sessionToken: SessionToken };
    const sts = new STS({ ...client, credentials });
    const { Arn = "" } = await sts.getCallerIdentity({});
    sts.destroy();
    assert.equal(Arn.split("/")[1], outputs.authenticatedRoleArn.split("/").at(-1));

    const again = logins((await users.tokens("anna@example.com")).IdToken ?? "");
    assert.equal(
      (await identities.getId({ IdentityPoolId: outputs.identityPoolId, Logins: again })).IdentityId,
      IdentityId,
    );
    const other = logins((await users.tokens("carla@example.com")).IdToken ?? "");
    assert.notEqual(
      (await identities.getId({ IdentityPoolId: outputs.identityPoolId, Logins: other })).IdentityId,
      IdentityId,
    );
    await assert.rejects(
      identities.getCredentialsForIdentity({ IdentityId, Logins: other }),
      named("NotAuthorizedException"),
    );
  });

  it("an access token, or a changed ID token, gives no identity", async () => {
    const { AccessToken = "", IdToken = "" } = await users.tokens("anna@example.com");
    const [head, body, signature = ""] = IdToken.split(".");
    const flipped = (signature.startsWith("A") ? "B" : "A") + signature.slice(1);
    for (const token of [AccessToken, `${head}.${body}.${flipped}`]) {
      await assert.rejects(
        identities.getId({ IdentityPoolId: outputs.identityPoolId, Logins: logins(token) }),
        named("NotAuthorizedException"),
      );
    }
  });

  it("a longer password can be asked for later, and users and pools stay", async () => {
    const change = ["--config", "userPool.passwordLength=30", "--config", "userPool.mfa=ON"];
    const { code, stdout, stderr } = await checkout.run("up", "--stack", "local", ...settings, ...change);
    assert.equal(code, 0, stdout + stderr);
    assert.deepEqual(JSON.parse(checkout.read(".local", "outputs.json")), outputs);
    assert.match(stdout, /1 updated/);
    await assert.rejects(users.signUp("gina@example.com"), named("InvalidPasswordException"));
    assert.ok((await users.tokens("anna@example.com")).AccessToken);
  });
});

/** Six digits for the present half minute: https://www.rfc-editor.org/rfc/rfc6238 */
function oneTimePassword(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const code = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(code % 1_000_000).padStart(6, "0");
}
