import { cases, resource, unknown } from "./expectations";
import { type Sent } from "./server";

type Properties = Record<string, unknown>;

const pool = (more: Properties, links = {}): Sent => resource("userPool", "users", { id: "users", ...more }, links);
const client = (more: Properties): Sent => resource("userPoolClient", "app", more);

const minimum = (minimumLength: unknown) => pool({ passwordPolicy: { minimumLength } });
cases("cognito-password-strength", {
  holds: { "8 characters": [minimum(8)], "Cognito's default": [pool({})] },
  violates: { "7 characters": [["passwordPolicy.minimumLength is 7", "at least 8"], minimum(7)] },
  open: { "a length that is unknown": [["passwordPolicy.minimumLength"], minimum(unknown)] },
});

const protection = (advancedSecurityMode: unknown, userPoolTier?: unknown) =>
  pool({ userPoolAddOns: { advancedSecurityMode }, userPoolTier });
cases("cognito-tier", {
  holds: { PLUS: [protection("ENFORCED", "PLUS")], "no protection": [protection("OFF", "LITE")], nothing: [pool({})] },
  violates: {
    LITE: [["advancedSecurityMode is AUDIT, which the tier LITE does not have"], protection("AUDIT", "LITE")],
    "the default tier": [["ESSENTIALS"], protection("ENFORCED")],
  },
  open: { "a tier that is unknown": [["userPoolTier"], protection("ENFORCED", unknown)] },
});

cases("cognito-implicit-flow", {
  holds: { code: [client({ allowedOauthFlows: ["code"] })], "no flow": [client({})] },
  violates: { "implicit next to code": [["has implicit"], client({ allowedOauthFlows: ["code", "implicit"] })] },
  open: { "flows that are unknown": [["allowedOauthFlows"], client({ allowedOauthFlows: unknown })] },
});
const itself = "client_credentials";
cases("cognito-client-credentials", {
  holds: {
    "the flow alone, with a secret": [client({ allowedOauthFlows: [itself], generateSecret: true })],
    "flows of users": [client({ allowedOauthFlows: ["code"] })],
  },
  violates: {
    "the flow next to another": [
      ["client_credentials next to code"],
      client({ allowedOauthFlows: ["code", itself], generateSecret: true }),
    ],
    "no secret": [["and no secret"], client({ allowedOauthFlows: [itself] })],
  },
  open: {
    "a secret that is unknown": [["generateSecret"], client({ allowedOauthFlows: [itself], generateSecret: unknown })],
  },
});
cases("cognito-callback-https", {
  holds: {
    "TLS, a developer's own machine, and a mobile application": [
      client({ callbackUrls: ["https://app.example.com/in", "http://localhost:3000/in", "myapp://in"] }),
    ],
    "no URLs": [client({})],
  },
  violates: {
    "plain HTTP": [
      ["callbackUrls[1] is http://app.example.com"],
      client({ callbackUrls: ["https://a", "http://app.example.com"] }),
    ],
    "a host that begins like localhost": [["logoutUrls[0]"], client({ logoutUrls: ["http://localhost.example.com"] })],
    "a wildcard": [
      ["defaultRedirectUri is https://*.example.com"],
      client({ defaultRedirectUri: "https://*.example.com" }),
    ],
  },
  open: {
    "a URL that is unknown": [["callbackUrls[0]"], client({ callbackUrls: [unknown] })],
    "something that is no text": [["callbackUrls[0]"], client({ callbackUrls: [5] })],
  },
});

for (const [rule, token, unit, most, beyond] of [
  ["cognito-access-token", "accessToken", "hours", 24, 25],
  ["cognito-id-token", "idToken", "hours", 24, 25],
  ["cognito-refresh-token", "refreshToken", "days", 3650, 3651],
] as const) {
  const valid = (value: unknown, of?: unknown) =>
    client({ [`${token}Validity`]: value, tokenValidityUnits: { [token]: of } });
  const [shortest, tooShort] = token === "refreshToken" ? [60, 59] : [5, 4];
  cases(rule, {
    holds: {
      [`${most} ${unit}, the unit when none is given`]: [valid(most)],
      [`${shortest} minutes`]: [valid(shortest, "minutes")],
      "as many seconds": [valid(shortest * 60, "seconds")],
      "0 for the default": [valid(0)],
      nothing: [client({})],
    },
    violates: {
      [`${beyond} ${unit}`]: [[`${token}Validity is`, "AWS allows"], valid(beyond)],
      [`${tooShort} minutes`]: [[`is ${tooShort} min`], valid(tooShort, "minutes")],
    },
    open: {
      "a validity that is unknown": [[`${token}Validity`], valid(unknown)],
      "a unit that is unknown": [[`tokenValidityUnits.${token}`], valid(5, unknown)],
      "a unit that Cognito does not know": [[`tokenValidityUnits.${token}`], valid(5, "weeks")],
    },
  });
}

const flows = (...explicitAuthFlows: unknown[]) => client({ explicitAuthFlows });
cases("cognito-password-auth", {
  holds: { SRP: [flows("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")], nothing: [client({})] },
  violates: { "a password in plain text": [["has ALLOW_USER_PASSWORD_AUTH"], flows("ALLOW_USER_PASSWORD_AUTH")] },
  open: { "a flow that is unknown": [["explicitAuthFlows"], flows(unknown)] },
});

const fn = (timeout: unknown): Sent => resource("function", "f", { arn: "arn:f", name: "f", timeout });
const calls = pool({ lambdaConfig: { preSignUp: "arn:f" } });
const versioned = pool({ lambdaConfig: { preTokenGenerationConfig: { lambdaArn: "arn:f", lambdaVersion: "V2_0" } } });
const linked = pool({ lambdaConfig: { postConfirmation: unknown } }, { lambdaConfig: ["function:f"] });
cases("cognito-trigger-timeout", {
  holds: {
    "5 s": [fn(5), calls],
    "Lambda's default": [fn(undefined), calls],
    "a function that no pool calls": [fn(60), pool({})],
  },
  violates: {
    "6 s": [["timeout is 6 s; as lambdaConfig.preSignUp it has 5 s"], fn(6), calls],
    "a trigger with a version": [["lambdaConfig.preTokenGenerationConfig.lambdaArn"], fn(6), versioned],
    "a trigger by link, while ARNs are unknown": [["lambdaConfig.postConfirmation"], fn(6), linked],
  },
  open: { "a timeout that is unknown": [["timeout"], fn(unknown), calls] },
});
const permission = (principal: unknown) =>
  resource("permission", "p", { function: "f", principal, action: "lambda:*" });
cases("cognito-trigger-permission", {
  holds: { "a function that Cognito may invoke": [fn(5), calls, permission("cognito-idp.amazonaws.com")] },
  violates: {
    "one that nobody may": [['lambdaConfig.preSignUp is Function "f", which Cognito may not invoke'], fn(5), calls],
    "one that S3 may": [["Cognito may not"], fn(5), linked, permission("s3.amazonaws.com")],
  },
  open: { "a principal that is unknown": [["who may invoke"], fn(5), calls, permission(unknown)] },
});

const role = (more: Properties = {}): Sent => resource("role", "user", { arn: "arn:user", name: "user", ...more });
const roles = resource("identityPoolRoles", "roles", { identityPoolId: "pool", roles: { authenticated: "arn:user" } });
const byLink = resource("identityPoolRoles", "roles", { roles: { authenticated: unknown } }, { roles: ["role:user"] });
const byRule = resource("identityPoolRoles", "roles", {
  roles: {},
  roleMappings: [{ mappingRules: [{ claim: "team", value: "a", roleArn: "arn:user" }] }],
});
const group = resource("userGroup", "admins", { roleArn: "arn:user" });
const allowing = (...Statement: Properties[]): Sent =>
  resource("rolePolicy", "rights", {
    role: "user",
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: Statement.map((each) => ({ Effect: "Allow", ...each })),
    }),
  });

const tableArn = "arn:aws:dynamodb:eu-west-1:1:table/notes";
const owner = ["${cognito-identity.amazonaws.com:sub}"];
const own = { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": owner } };
const query = { Action: ["dynamodb:Query", "dynamodb:PutItem"], Resource: tableArn };
cases("cognito-leading-keys", {
  holds: {
    "a condition on the caller's identity": [role(), roles, allowing({ ...query, Condition: own })],
    "the key in other letters, and a prefix": [
      role(),
      roles,
      allowing({
        ...query,
        Condition: { "ForAllValues:StringLike": { "DynamoDB:leadingkeys": ["user#${aws:PrincipalTag/tenant}"] } },
      }),
    ],
    "a wildcard after an identity, or after what ends a tag": [
      role(),
      roles,
      allowing({
        ...query,
        Condition: {
          "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["${aws:PrincipalTag/tenant}#*", `${owner[0]}*`] },
        },
      }),
    ],
    "Scan that something denies": [
      role(),
      roles,
      allowing(
        { Action: "dynamodb:*", Resource: tableArn, Condition: own },
        { Effect: "Deny", Action: "dynamodb:Scan", Resource: tableArn },
      ),
    ],
    "rights on other services": [role(), roles, allowing({ Action: "s3:GetObject", Resource: "arn:aws:s3:::notes/*" })],
    "a role that is not for users": [role(), allowing(query)],
  },
  violates: {
    "no condition": [
      ['Role "user"', "dynamodb:Query, dynamodb:PutItem without a condition"],
      role(),
      roles,
      allowing(query),
    ],
    "a role by link, while ARNs are unknown": [["without a condition"], role(), byLink, allowing(query)],
    "a wildcard after a tag, which other tags begin like": [
      ["without a condition"],
      role(),
      roles,
      allowing({
        ...query,
        Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["user#${aws:PrincipalTag/tenant}*"] } },
      }),
    ],
    "a role of a rule": [["without a condition"], role(), byRule, allowing(query)],
    "a role of a group": [["without a condition"], role(), group, allowing(query)],
    "a key that is the same for everybody": [
      ["without a condition"],
      role(),
      roles,
      allowing({ ...query, Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["shared"] } } }),
    ],
    "a condition turned round": [
      ["without a condition"],
      role(),
      roles,
      allowing({ ...query, Condition: { "ForAllValues:StringNotEquals": { "dynamodb:LeadingKeys": owner } } }),
    ],
    "Scan, which names no key": [
      ["dynamodb:Scan"],
      role(),
      roles,
      allowing({ Action: ["dynamodb:Scan"], Resource: "*", Condition: own }),
    ],
    wildcards: [["without a condition"], role(), roles, allowing({ Action: "dynamodb:Get*", Resource: "*" })],
    "one key of a batch": [
      ["dynamodb:BatchGetItem without a condition"],
      role(),
      roles,
      allowing({
        Action: "dynamodb:BatchGetItem",
        Resource: tableArn,
        Condition: { "ForAnyValue:StringEquals": { "dynamodb:LeadingKeys": owner } },
      }),
    ],
    "a variable that is the same for everybody": [
      ["without a condition"],
      role(),
      roles,
      allowing({
        ...query,
        Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${aws:PrincipalAccount}"] } },
      }),
    ],
    "a role that only its trust makes one of users": [
      ["without a condition"],
      role({
        assumeRolePolicy: JSON.stringify({
          Statement: {
            Effect: "Allow",
            Principal: { Federated: "cognito-identity.amazonaws.com" },
            Action: "sts:AssumeRoleWithWebIdentity",
          },
        }),
      }),
      allowing(query),
    ],
    "a policy without Version, in which variables are plain text": [
      ["has no Version 2012-10-17"],
      role(),
      roles,
      resource("rolePolicy", "rights", {
        role: "user",
        policy: JSON.stringify({ Statement: { Effect: "Allow", ...query, Condition: own } }),
      }),
    ],
  },
  open: {
    "policies that are unknown": [
      ["user (policies)"],
      role(),
      roles,
      resource("rolePolicy", "rights", { role: "user", policy: unknown }),
    ],
    "policies that IAM could not read": [["policies"], role({ inlinePolicies: [{ name: "a", policy: "{" }] }), roles],
  },
});

cases("cognito-role-wildcards", {
  holds: {
    "what is named, on what is named": [role(), roles, allowing({ ...query, Condition: own })],
    "AWS's own example for identities": [
      role(),
      roles,
      allowing({ Action: ["cognito-identity:*", "mobileanalytics:PutEvents"], Resource: "*" }),
    ],
    "a role that is not for users": [role(), allowing({ Action: "s3:*", Resource: "*" })],
  },
  violates: {
    "a whole service": [
      ["allows users s3:*"],
      role(),
      roles,
      allowing({ Action: "s3:*", Resource: "arn:aws:s3:::notes" }),
    ],
    everything: [["allows users *"], role(), roles, allowing({ Action: "*", Resource: "*" })],
    "every resource": [
      ["allows users s3:GetObject on every resource"],
      role(),
      roles,
      allowing({ Action: "s3:GetObject", Resource: "*" }),
    ],
    "everything but": [["NotAction"], role(), roles, allowing({ NotAction: "iam:*", Resource: "x" })],
  },
  open: {
    "policies that are unknown": [
      ["policies"],
      role(),
      roles,
      resource("rolePolicy", "rights", { role: "user", policy: unknown }),
    ],
  },
});

const service = "cognito-identity.amazonaws.com";
const amr = { "ForAnyValue:StringLike": { [`${service}:amr`]: "authenticated" } };
const aud = { StringEquals: { [`${service}:aud`]: "eu-west-1:pool" } };
const trusting = (Condition?: unknown, Federated = service) =>
  role({
    assumeRolePolicy: JSON.stringify({
      Statement: [{ Effect: "Allow", Principal: { Federated }, Action: "sts:AssumeRoleWithWebIdentity", Condition }],
    }),
  });
cases("cognito-role-trust", {
  holds: {
    "the pool, and users who signed in": [trusting({ ...aud, ...amr })],
    "another provider": [trusting(undefined, "accounts.google.com")],
    "a role of a service, whose trust is unknown": [role({ assumeRolePolicy: unknown })],
  },
  violates: {
    "any pool of any account": [["callers of any identity pool", ":aud"], trusting()],
    "any pool by a wildcard": [[":aud"], trusting({ StringLike: { [`${service}:aud`]: "*" }, ...amr })],
    "the pool only if the key is there": [[":aud"], trusting({ StringEqualsIfExists: aud.StringEquals, ...amr })],
    "guests as well as users": [["guests can assume it", ":amr"], trusting(aud)],
  },
  open: {
    "the trust of users' role that is unknown": [
      ["user (assumeRolePolicy)"],
      role({ assumeRolePolicy: unknown }),
      roles,
    ],
    "a trust that is made from an identity pool": [
      ["assumeRolePolicy"],
      resource("identityPool", "pool", {}),
      resource("role", "user", { assumeRolePolicy: unknown }, { assumeRolePolicy: ["identityPool:pool"] }),
    ],
    "a trust that IAM could not read": [["assumeRolePolicy"], role({ assumeRolePolicy: "{" }), roles],
  },
});

const users = (more: Properties = {}) => pool({ id: "eu-west-1_users", ...more });
const providerName = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_users";
const app = (writeAttributes?: unknown, userPoolId: unknown = "eu-west-1_users") =>
  client({ userPoolId, writeAttributes });
const tagging = (principalTags: Properties, more: Properties = {}, links = {}) =>
  resource("principalTags", "tags", { identityProviderName: providerName, principalTags, ...more }, links);
const ruling = (claim: unknown, identityProvider: unknown = `${providerName}:app`) =>
  resource("identityPoolRoles", "roles", {
    roles: {},
    roleMappings: [{ identityProvider, type: "Rules", mappingRules: [{ claim, value: "admin", matchType: "Equals" }] }],
  });
const fixed = users({
  adminCreateUserConfig: { allowAdminCreateUserOnly: true },
  schemas: [{ name: "tenant", mutable: false }],
});
cases("cognito-deciding-claims", {
  holds: {
    "a claim of Cognito's own": [users(), app(), tagging({ owner: "sub", app: "aud", groups: "cognito:groups" })],
    "an attribute that no client writes": [users(), app(["email"]), tagging({ tenant: "custom:tenant" })],
    "an attribute that no client writes, and a rule": [users(), app(["email"]), ruling("custom:role")],
    "an attribute that another pool's client writes": [
      users(),
      app(["custom:tenant"], "eu-west-1_others"),
      tagging({ tenant: "custom:tenant" }),
    ],
    "Cognito's default tags": [
      users(),
      app(["custom:tenant"]),
      tagging({ tenant: "custom:tenant" }, { useDefaults: true }),
    ],
    "an attribute that only an administrator ever sets": [
      fixed,
      app(["custom:tenant"]),
      tagging({ tenant: "custom:tenant" }),
    ],
    "a provider that is no user pool": [users(), app(["email"]), ruling("email", "accounts.google.com")],
  },
  violates: {
    "an attribute that a client writes": [
      ["principalTags.tenant is custom:tenant", 'UserPoolClient "app"'],
      users(),
      app(["email", "custom:tenant"]),
      tagging({ tenant: "custom:tenant" }),
    ],
    "a role by an attribute that a client writes": [
      ["roleMappings[0].mappingRules[0].claim is custom:role"],
      users(),
      app(["custom:role"]),
      ruling("custom:role"),
    ],
    "a pool of another stack, and its client": [["email"], app(["email"]), tagging({ owner: "email" })],
    "a standard attribute, with Cognito's default": [
      ["has no writeAttributes: users change every standard attribute"],
      users(),
      app(),
      tagging({ owner: "preferred_username" }),
    ],
    "links, while ids are unknown": [
      ["custom:tenant, which users change"],
      users({ id: undefined }),
      resource(
        "userPoolClient",
        "app",
        { userPoolId: unknown, writeAttributes: ["custom:tenant"] },
        { userPoolId: ["userPool:users"] },
      ),
      tagging(
        { tenant: "custom:tenant" },
        { identityProviderName: unknown },
        { identityProviderName: ["userPool:users"] },
      ),
    ],
    "what an app writes into its request": [["is nonce"], users(), app([]), tagging({ tenant: "nonce" })],
    "an attribute that is set once, by users who sign up": [
      ["custom:tenant"],
      users({ schemas: [{ name: "tenant", mutable: false }] }),
      app(["custom:tenant"]),
      tagging({ tenant: "custom:tenant" }),
    ],
  },
  advises: {
    "a custom attribute, with Cognito's default": [
      ["has no writeAttributes: users change custom attributes too"],
      users(),
      app(),
      tagging({ tenant: "custom:tenant" }),
    ],
  },
  open: {
    "a claim that is unknown": [["principalTags.owner"], users(), app(), tagging({ owner: unknown })],
    "attributes that are unknown": [
      ["app (writeAttributes)"],
      users(),
      app([unknown]),
      tagging({ tenant: "custom:tenant" }),
    ],
    "a pool that is unknown": [
      ["the clients of"],
      tagging({ tenant: "custom:tenant" }, { identityProviderName: unknown }),
    ],
  },
});
