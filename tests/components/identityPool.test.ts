import assert from "node:assert/strict";
import {
  ArgumentError,
  IdentityPool,
  type IdentityPoolArgs,
  ownItems,
  ownObjects,
  UserPool,
  type UserPoolArgs,
} from "../../components";
import { type Declared, declare, one, statements } from "./deploy";

const table = { arn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders" };
const bucket = { arn: "arn:aws:s3:::files" };
const pool = (args: Partial<IdentityPoolArgs> = {}, users: UserPoolArgs = {}): Promise<Declared[]> =>
  declare(() => {
    const userPool = new UserPool("users", { clients: [{ name: "app" }], ...users });
    return new IdentityPool("identities", { userPool, clients: ["app"], authenticated: [ownItems(table)], ...args });
  });
const ROLE = "aws:iam/role:Role";
const ATTACHMENT = "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment";

describe("IdentityPool (under Pulumi's mocks)", () => {
  it("is closed to guests, and lets nobody choose a role", async () => {
    const declared = await pool();
    const identities = one(declared, "aws:cognito/identityPool:IdentityPool");
    assert.equal(identities.allowUnauthenticatedIdentities, false);
    assert.equal(identities.allowClassicFlow, false);
    const [provider] = identities.cognitoIdentityProviders as Record<string, unknown>[];
    assert.equal(provider?.clientId, "users-app-id");
    assert.equal(provider.serverSideTokenCheck, true);
    assert.deepEqual(one(declared, ATTACHMENT).roles, {
      authenticated: "arn:aws:iam:eu-west-1:123456789012:identities-authenticated-role",
    });
  });

  it("gives its roles to its own signed-in users alone", async () => {
    const declared = await pool();
    assert.deepEqual(statements(one(declared, ROLE).assumeRolePolicy), [
      {
        Effect: "Allow",
        Principal: { Federated: "cognito-identity.amazonaws.com" },
        Action: ["sts:AssumeRoleWithWebIdentity"],
        Condition: {
          StringEquals: { "cognito-identity.amazonaws.com:aud": "identities-id" },
          "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
        },
      },
    ]);
  });

  it("guests, when asked for, get a role of their own that no signed-in user can take on, and none of their rights", async () => {
    const declared = await pool({ guests: [] });
    const [trust] = statements(one(declared, ROLE, "identities-guest-role").assumeRolePolicy);
    assert.deepEqual((trust?.Condition as Record<string, unknown>)["ForAnyValue:StringLike"], {
      "cognito-identity.amazonaws.com:amr": "unauthenticated",
    });
    assert.equal(one(declared, "aws:cognito/identityPool:IdentityPool").allowUnauthenticatedIdentities, true);
    assert.equal(declared.filter(({ type }) => type === "aws:iam/rolePolicy:RolePolicy").length, 1);
  });

  it("members of a group get the role that their token names, and only its rights", async () => {
    const group = { name: "support", links: [ownObjects(bucket)] };
    const declared = await pool({ groups: [{ name: "admins", links: [] }, group] });
    const support = one(declared, "aws:cognito/userGroup:UserGroup", "identities-support");
    assert.equal(support.roleArn, "arn:aws:iam:eu-west-1:123456789012:identities-support-role");
    assert.equal(support.precedence, 1);
    const policy = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "identities-support-links").policy);
    assert.ok(policy.every(({ Action }) => String(Action).includes("s3:")));
    const [mapping] = one(declared, ATTACHMENT).roleMappings as Record<string, unknown>[];
    assert.equal(mapping?.type, "Token");
    assert.equal(mapping.ambiguousRoleResolution, "AuthenticatedRole");
  });

  it("may tag sessions only where claims become principal tags", async () => {
    const users = { customAttributes: [{ name: "tenant" }] };
    const declared = await pool({ principalTags: { tenant: "custom:tenant" } }, users);
    const [trust] = statements(one(declared, ROLE).assumeRolePolicy);
    assert.deepEqual(trust?.Action, ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]);
    const tags = one(declared, "aws:cognito/identityPoolProviderPrincipalTag:IdentityPoolProviderPrincipalTag");
    assert.deepEqual([tags.principalTags, tags.useDefaults], [{ tenant: "custom:tenant" }, false]);
  });

  const refusals: [string, Partial<IdentityPoolArgs>, UserPoolArgs, string][] = [
    ["no client", { clients: [] }, {}, "clients is []"],
    [
      "a client that the user pool does not have",
      { clients: ["web"] },
      {},
      'clients is "web"; the user pool\'s clients are: app',
    ],
    ["a group with a space", { groups: [{ name: "all users", links: [] }] }, {}, 'groups is "all users"'],
    [
      "a group that the user pool makes too",
      { groups: [{ name: "admins", links: [] }] },
      { groups: [{ name: "admins" }] },
      "remove it from the user pool's groups",
    ],
    [
      "a tag that users choose themselves",
      { principalTags: { city: "address" } },
      {},
      'principalTags.city is "address"',
    ],
    [
      "a tag of what an app writes into its request to sign in",
      { principalTags: { tenant: "nonce" } },
      {},
      'principalTags.tenant is "nonce"',
    ],
    ...["email", "preferred_username", "phone_number", "name", "locale", "zoneinfo", "updated_at"].map(
      (claim): (typeof refusals)[number] => [
        `a tag of ${claim}, which users change by default`,
        { principalTags: { owner: claim } },
        {},
        `principalTags.owner is "${claim}"; users can give themselves any value through app`,
      ],
    ),
    [
      "a tag that users choose through a client that may write it",
      { principalTags: { tenant: "custom:tenant" } },
      { clients: [{ name: "app", writableAttributes: ["email", "custom:tenant"] }] },
      "users can give themselves any value through app",
    ],
    [
      "a tag that users choose through another client of the user pool",
      { principalTags: { tenant: "custom:tenant" } },
      { clients: [{ name: "app" }, { name: "web", writableAttributes: ["custom:tenant"] }] },
      "users can give themselves any value through web",
    ],
  ];
  for (const [what, args, users, part] of refusals) {
    it(`refuses ${what}`, () =>
      assert.rejects(pool(args, users), (error: unknown) => {
        assert.ok(error instanceof ArgumentError);
        assert.ok(error.message.includes(`IdentityPool "identities": `) && error.message.includes(part), error.message);
        return true;
      }));
  }
});
