import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  ArgumentError,
  AuthFlow,
  Function,
  Mfa,
  OAuthFlow,
  SignInAlias,
  ThreatProtection,
  UserPool,
  type UserPoolArgs,
  type UserPoolClientArgs,
  UserPoolTier,
  VerificationMethod,
} from "../../components";
import { type Declared, declare, one, statements } from "./deploy";

const POOL = "aws:cognito/userPool:UserPool";
const CLIENT = "aws:cognito/userPoolClient:UserPoolClient";
const pool = (args: UserPoolArgs = {}): Promise<Declared[]> => declare(() => new UserPool("users", args));
const ofType = (declared: Declared[], type: string) => declared.filter((each) => each.type === type);

async function refuses(args: UserPoolArgs, ...parts: string[]): Promise<void> {
  let made: Declared[] = [];
  await assert.rejects(
    async () => (made = await pool(args)),
    (error: unknown) => {
      assert.ok(error instanceof ArgumentError);
      for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
      return true;
    },
  );
  assert.deepEqual(made, []);
}

const client = (args: Partial<UserPoolClientArgs>): UserPoolArgs => ({
  domain: { domain: "shop" },
  resourceServers: [{ identifier: "api", scopes: { read: "Read" } }],
  clients: [{ name: "app", ...args }],
});

describe("UserPool (under Pulumi's mocks)", () => {
  it("asks for long passwords, verified e-mail and offers a second factor, and cannot be deleted by mistake", async () => {
    const users = one(await pool(), POOL);
    assert.deepEqual(users.passwordPolicy, {
      minimumLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
      passwordHistorySize: 5,
      temporaryPasswordValidityDays: 3,
    });
    assert.deepEqual(users.usernameAttributes, ["email"]);
    assert.equal(users.aliasAttributes, undefined);
    assert.deepEqual(users.usernameConfiguration, { caseSensitive: false });
    assert.deepEqual(users.autoVerifiedAttributes, ["email"]);
    assert.deepEqual(users.userAttributeUpdateSettings, { attributesRequireVerificationBeforeUpdates: ["email"] });
    assert.equal(users.mfaConfiguration, "OPTIONAL");
    assert.deepEqual(users.softwareTokenMfaConfiguration, { enabled: true });
    assert.equal(users.userPoolTier, "ESSENTIALS");
    assert.equal(users.userPoolAddOns, undefined);
    assert.deepEqual(users.adminCreateUserConfig, { allowAdminCreateUserOnly: false });
    assert.equal(users.deletionProtection, "ACTIVE");
  });

  it("takes the other names as aliases of a username", async () => {
    const signIn = [SignInAlias.Username, SignInAlias.Email, SignInAlias.PreferredUsername];
    const users = one(await pool({ signIn }), POOL);
    assert.deepEqual(users.aliasAttributes, ["email", "preferred_username"]);
    assert.equal(users.usernameAttributes, undefined);
  });

  it("may send text messages to people, and to no topic, when they sign in with a phone number", async () => {
    const declared = await pool({ signIn: [SignInAlias.Phone] });
    const users = one(declared, POOL);
    const sms = users.smsConfiguration as Record<string, string>;
    assert.deepEqual(users.autoVerifiedAttributes, ["email", "phone_number"]);
    const [trust] = statements(one(declared, "aws:iam/role:Role").assumeRolePolicy);
    assert.deepEqual(trust?.Condition, { StringEquals: { "sts:ExternalId": sms.externalId } });
    assert.deepEqual(
      statements(one(declared, "aws:iam/rolePolicy:RolePolicy").policy).map(({ Effect, Resource }) => [
        Effect,
        Resource,
      ]),
      [
        ["Allow", "*"],
        ["Deny", "arn:*:sns:*:*:*"],
      ],
    );
  });

  it("moves to the tier that has threat protection, and keeps no password history on the one that has none", async () => {
    const guarded = one(await pool({ threatProtection: ThreatProtection.Enforced }), POOL);
    assert.equal(guarded.userPoolTier, "PLUS");
    assert.deepEqual(guarded.userPoolAddOns, { advancedSecurityMode: "ENFORCED" });
    const lite = one(await pool({ tier: UserPoolTier.Lite, mfa: Mfa.Off }), POOL);
    assert.equal((lite.passwordPolicy as Record<string, unknown>).passwordHistorySize, undefined);
    assert.equal(lite.softwareTokenMfaConfiguration, undefined);
  });

  it("a client signs in without showing the password, hides who has an account, and writes no custom attribute", async () => {
    const declared = await pool({ customAttributes: [{ name: "tenant", mutable: false }], clients: [{ name: "app" }] });
    const app = one(declared, CLIENT);
    assert.deepEqual(app.explicitAuthFlows, ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
    assert.equal(app.generateSecret, false);
    assert.equal(app.preventUserExistenceErrors, "ENABLED");
    assert.equal(app.enableTokenRevocation, true);
    assert.deepEqual(
      [app.accessTokenValidity, app.idTokenValidity, app.refreshTokenValidity, app.authSessionValidity],
      [60, 60, 43_200, 3],
    );
    assert.deepEqual(app.tokenValidityUnits, { accessToken: "minutes", idToken: "minutes", refreshToken: "minutes" });
    const writable = app.writeAttributes as string[];
    assert.ok(writable.includes("email"));
    assert.ok(!writable.some((name) => name.startsWith("custom:") || name.endsWith("_verified")));
    assert.deepEqual(one(declared, POOL).schemas, [
      {
        name: "tenant",
        attributeDataType: "String",
        mutable: false,
        stringAttributeConstraints: { minLength: "0", maxLength: "2048" },
      },
    ]);
  });

  it("an app with pages of its own gets a code, after its scopes and its style exist", async () => {
    const declared = await pool(
      client({
        oauth: { flow: OAuthFlow.Code, scopes: ["openid", "api/read"], callbackUrls: ["http://localhost:3000/in"] },
      }),
    );
    const app = one(declared, CLIENT);
    assert.deepEqual([app.allowedOauthFlows, app.allowedOauthScopes], [["code"], ["openid", "api/read"]]);
    assert.deepEqual(app.explicitAuthFlows, ["ALLOW_REFRESH_TOKEN_AUTH"]);
    assert.equal(one(declared, "aws:cognito/userPoolDomain:UserPoolDomain").managedLoginVersion, 2);
    assert.equal(one(declared, "aws:cognito/managedLoginBranding:ManagedLoginBranding").clientId, "users-app-id");
    assert.deepEqual(one(declared, "aws:cognito/resourceServer:ResourceServer").scopes, [
      { scopeName: "read", scopeDescription: "Read" },
    ]);
  });

  it("the cheapest tier shows the classic pages, which need no style", async () => {
    const oauth = { flow: OAuthFlow.Code, scopes: ["openid"], callbackUrls: ["myapp://in"] };
    const declared = await pool({ ...client({ oauth }), tier: UserPoolTier.Lite });
    assert.equal(one(declared, "aws:cognito/userPoolDomain:UserPoolDomain").managedLoginVersion, 1);
    assert.deepEqual(ofType(declared, "aws:cognito/managedLoginBranding:ManagedLoginBranding"), []);
  });

  it("its triggers may be called by this pool alone", async () => {
    const declared = await declare(() => {
      const code = new pulumi.asset.FileArchive(__dirname);
      const fn = (name: string) => new Function(name, { runtime: "nodejs24.x", handler: "index.handler", code });
      const triggers = { preSignUp: fn("check"), postConfirmation: fn("welcome"), preTokenGeneration: fn("claims") };
      return new UserPool("users", { triggers });
    });
    assert.deepEqual(one(declared, POOL).lambdaConfig, {
      preSignUp: "arn:aws:lambda:eu-west-1:123456789012:check",
      postConfirmation: "arn:aws:lambda:eu-west-1:123456789012:welcome",
      preTokenGenerationConfig: {
        lambdaArn: "arn:aws:lambda:eu-west-1:123456789012:claims",
        lambdaVersion: "V2_0",
      },
    });
    const permissions = ofType(declared, "aws:lambda/permission:Permission").map(({ inputs }) => inputs);
    assert.deepEqual(
      permissions.map(({ function: fn, principal, sourceArn }) => [fn, principal, sourceArn]),
      ["check", "welcome", "claims"].map((name) => [
        name,
        "cognito-idp.amazonaws.com",
        "arn:aws:cognito:eu-west-1:123456789012:users",
      ]),
    );
  });

  it("names the clients it has when another is asked for", async () => {
    await declare(() => {
      const users = new UserPool("users", { clients: [{ name: "app" }, { name: "web" }] });
      assert.throws(() => users.client("wep"), /no client "wep"; its clients are app, web/);
    });
  });

  const refusals: [string, UserPoolArgs, ...string[]][] = [
    [
      "a password of five characters",
      { passwordPolicy: { minimumLength: 5 } },
      'UserPool "users": passwordPolicy.minimumLength is 5',
      "6 to 99",
    ],
    ["a temporary password of no days", { passwordPolicy: { temporaryValidityDays: 0 } }, "give 1 to 365"],
    ["a history of 25 passwords", { passwordPolicy: { history: 25 } }, "passwordPolicy.history is 25", "0 to 24"],
    ["no way to sign in", { signIn: [] }, "signIn is []"],
    ["a preferred name without a name", { signIn: [SignInAlias.PreferredUsername] }, "add username"],
    [
      "threat protection on a tier without it",
      { threatProtection: ThreatProtection.Audit, tier: UserPoolTier.Essentials },
      'threatProtection is "AUDIT"',
      "choose the tier PLUS",
    ],
    ["a history on the cheapest tier", { tier: UserPoolTier.Lite, passwordPolicy: { history: 3 } }, "tier LITE"],
    ["a link to nowhere", { verification: { method: VerificationMethod.Link } }, "verification.method", "give domain"],
    ["a prefix that Cognito reserves", { domain: { domain: "my-cognito" } }, 'domain.domain is "my-cognito"'],
    ["a domain of one's own without certificate", { domain: { domain: "auth.example.com" } }, "needs certificateArn"],
    [
      "a certificate of another Region",
      { domain: { domain: "auth.example.com", certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1" } },
      "us-east-1",
    ],
    ["two clients of one name", { clients: [{ name: "app" }, { name: "app" }] }, 'clients is "app"'],
    ["a group with a space", { groups: [{ name: "all users" }] }, 'groups is "all users"'],
    ["a scope with a slash", { resourceServers: [{ identifier: "api", scopes: { "a/b": "x" } }] }, '"a/b"'],
    ["a custom attribute with its prefix", { customAttributes: [{ name: "custom:x" }] }, "without custom:"],
    ["a token of four minutes", client({ accessTokenMinutes: 4 }), "clients.app.accessTokenMinutes is 4", "5 to 1440"],
    ["a session of an hour", client({ sessionMinutes: 60 }), "clients.app.sessionMinutes is 60", "3 to 15"],
    [
      "a refresh token that ends before the others",
      client({ refreshTokenMinutes: 60, idTokenMinutes: 120 }),
      "clients.app.refreshTokenMinutes is 60",
    ],
    ["a client that cannot sign in", client({ authFlows: [] }), "clients.app.authFlows is []"],
    [
      "OAuth without a domain",
      {
        clients: [
          { name: "app", oauth: { flow: OAuthFlow.Code, scopes: ["openid"], callbackUrls: ["https://a.example"] } },
        ],
      },
      "clients.app.oauth",
      "give domain",
    ],
    [
      "a scope that no resource server has",
      client({ oauth: { flow: OAuthFlow.Code, scopes: ["api/write"], callbackUrls: ["https://a.example"] } }),
      'clients.app.oauth.scopes is "api/write"',
      "api/read",
    ],
    [
      "a code sent in the clear",
      client({ oauth: { flow: OAuthFlow.Code, scopes: ["openid"], callbackUrls: ["http://shop.example"] } }),
      "http://shop.example",
    ],
    [
      "client credentials without secret, with users' scopes and a sign-in flow",
      client({ authFlows: [AuthFlow.Srp], oauth: { flow: OAuthFlow.ClientCredentials, scopes: ["openid"] } }),
      "clients.app.secret is missing",
      "clients.app.authFlows",
      'clients.app.oauth.scopes is "openid"',
    ],
  ];
  for (const [what, args, ...parts] of refusals) {
    it(`refuses ${what} before anything is made`, () => refuses(args, ...parts));
  }
});
