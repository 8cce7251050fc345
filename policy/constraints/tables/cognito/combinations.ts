import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { needs, only, sameRegion, together } from "../together";

const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const key = "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111";
const ses = "arn:aws:ses:eu-west-1:111122223333:identity/a.example.com";
const pool = { userPoolId: "eu-west-1_a" };
const triggers = [
  "preSignUp", "postConfirmation", "preAuthentication", "postAuthentication", "preTokenGeneration", "customMessage",
  "defineAuthChallenge", "createAuthChallenge", "verifyAuthChallengeResponse", "userMigration",
  "preTokenGenerationConfig.lambdaArn", "customEmailSender.lambdaArn", "customSmsSender.lambdaArn",
]; // prettier-ignore

const sesRegions = (at: string): Row => ({
  at,
  fact: "the identity of SES is in us-east-1, us-west-2 or eu-west-1, or in the pool's own Region",
  anyOf: [{ not: { pattern: "^arn:[^:]*:ses:(?!us-east-1:|us-west-2:|eu-west-1:)" } }, { ownRegion: true }],
  source: page("cognito/latest/developerguide/user-pool-email"),
  good: ses,
  bad: ses.replace("eu-west-1", "ap-northeast-1"),
});

const userPool: TypeRows = {
  type: "aws:cognito/userPool:UserPool",
  source: api("cognito", "CreateUserPool"),
  rows: [
    ...triggers.map((trigger) =>
      sameRegion(`lambdaConfig.${trigger}`, "a trigger is a function of the pool's own Region", lambda),
    ),
    sameRegion("lambdaConfig.kmsKeyId", "the key is in the pool's own Region", key),
    together(
      "COGNITO_DEFAULT sends from no address of one's own",
      {
        when: { "emailConfiguration.emailSendingAccount": "COGNITO_DEFAULT" },
        excluded: ["emailConfiguration.sourceArn"],
        source: measured,
      },
      { name: "p" },
      { emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: ses } },
      { emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT", sourceArn: ses } },
    ),
    sesRegions("emailConfiguration.sourceArn"),
    ...(["fromEmailAddress", "replyToEmailAddress"] as const).map((name) => ({
      at: `emailConfiguration.${name}`,
      fact: "it is an email address",
      pattern: "[^\\s@]+@[^\\s@]+",
      good: "orders@example.com",
      bad: "orders",
    })),
    together(
      "V2_0 and later of the token generation need the tier ESSENTIALS or PLUS",
      {
        when: { "lambdaConfig.preTokenGenerationConfig.lambdaVersion": ["V2_0", "V3_0"] },
        properties: { userPoolTier: { not: { const: "LITE" } } },
        source: page("cognito/latest/developerguide/user-pool-lambda-pre-token-generation"),
      },
      { name: "p", lambdaConfig: { preTokenGenerationConfig: { lambdaArn: lambda, lambdaVersion: "V2_0" } } },
      { userPoolTier: "ESSENTIALS" },
      { userPoolTier: "LITE" },
    ),
    {
      at: "schemas[].stringAttributeConstraints",
      fact: "minLength is not above maxLength",
      ordered: [["minLength", "<=", "maxLength"]],
      good: { minLength: "1", maxLength: "10" },
      bad: { minLength: "11", maxLength: "10" },
    },
    {
      at: "schemas[].numberAttributeConstraints",
      fact: "minValue is not above maxValue",
      ordered: [["minValue", "<=", "maxValue"]],
      good: { minValue: "1", maxValue: "10" },
      bad: { minValue: "11", maxValue: "10" },
    },
    together(
      "what is verified by itself with phone_number needs an smsConfiguration",
      {
        if: {
          properties: { autoVerifiedAttributes: { contains: { const: "phone_number" } } },
          required: ["autoVerifiedAttributes[]"],
        },
        then: { required: ["smsConfiguration"] },
        source: measured,
      },
      { name: "p", autoVerifiedAttributes: ["phone_number"] },
      { smsConfiguration: { externalId: "e", snsCallerArn: "arn:aws:iam::111122223333:role/r" } },
      {},
    ),
    {
      at: "accountRecoverySetting.recoveryMechanisms",
      fact: "admin_only stands alone",
      if: { contains: { properties: { name: { const: "admin_only" } }, required: ["name"] } },
      then: { maxItems: 1 },
      good: [{ name: "admin_only", priority: 1 }],
      bad: [
        { name: "admin_only", priority: 1 },
        { name: "verified_email", priority: 2 },
      ],
    },
    {
      at: "accountRecoverySetting.recoveryMechanisms",
      fact: "no mechanism stands twice",
      uniqueKeys: ["name"],
      good: [{ name: "verified_email", priority: 1 }],
      bad: [
        { name: "verified_email", priority: 1 },
        { name: "verified_email", priority: 2 },
      ],
    },
    {
      at: "accountRecoverySetting.recoveryMechanisms",
      maxItems: 2,
      good: [{ name: "verified_email", priority: 1 }],
      bad: [{ priority: 1 }, { priority: 2 }, { priority: 3 }],
    },
    { at: "passwordPolicy.passwordHistorySize", minimum: 0, maximum: 24, good: 24, bad: 25 },
    {
      at: "signInPolicy",
      fact: "the first factors include PASSWORD",
      when: { "allowedFirstAuthFactors[]": {} },
      properties: { allowedFirstAuthFactors: { contains: { const: "PASSWORD" } } },
      source: api("cognito", "SignInPolicyType"),
      good: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] },
      bad: { allowedFirstAuthFactors: ["WEB_AUTHN"] },
    },
    together(
      "first factors without a password need the tier ESSENTIALS or PLUS",
      {
        if: {
          properties: {
            "signInPolicy.allowedFirstAuthFactors": { contains: { enum: ["WEB_AUTHN", "EMAIL_OTP", "SMS_OTP"] } },
          },
          required: ["signInPolicy.allowedFirstAuthFactors[]"],
        },
        then: { properties: { userPoolTier: { not: { const: "LITE" } } } },
        source: page("cognito/latest/developerguide/cognito-sign-in-feature-plans"),
      },
      { name: "p", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } },
      { userPoolTier: "ESSENTIALS" },
      { userPoolTier: "LITE" },
    ),
    {
      at: "webAuthnConfiguration.relyingPartyId",
      fact: "it is a domain name without scheme and path",
      pattern: "^[A-Za-z0-9.-]+$",
      good: "a.example.com",
      bad: "https://a.example.com",
    },
    only("MFA that is OFF has no factor", { mfaConfiguration: "OFF" }, ["emailMfaConfiguration"], { source: measured })(
      { name: "p", emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: ses } },
      {},
      { mfaConfiguration: "OFF", emailMfaConfiguration: { message: "{####}", subject: "s" } },
    ),
  ],
};

const oauth = { ...pool, name: "c", allowedOauthFlowsUserPoolClient: true, allowedOauthScopes: ["openid"] };
const standardScopes = ["phone", "email", "openid", "profile", "aws.cognito.signin.user.admin"];

const client: TypeRows = {
  type: "aws:cognito/userPoolClient:UserPoolClient",
  source: api("cognito", "CreateUserPoolClient"),
  rows: [
    {
      at: "writeAttributes[]",
      fact: "no client writes email_verified, phone_number_verified or sub",
      not: { enum: ["email_verified", "phone_number_verified", "sub"] },
      source: page("cognito/latest/developerguide/user-pool-settings-attributes"),
      good: "email",
      bad: "email_verified",
    },
    together(
      "client_credentials stands alone",
      {
        if: {
          properties: { allowedOauthFlows: { contains: { const: "client_credentials" } } },
          required: ["allowedOauthFlows[]"],
        },
        then: { properties: { allowedOauthFlows: { maxItems: 1 } } },
      },
      { ...oauth, allowedOauthScopes: ["orders/read"], generateSecret: true, callbackUrls: ["https://a.example.com"] },
      { allowedOauthFlows: ["client_credentials"] },
      { allowedOauthFlows: ["client_credentials", "code"] },
    ),
    together(
      "client_credentials needs a secret",
      {
        if: {
          properties: { allowedOauthFlows: { contains: { const: "client_credentials" } } },
          required: ["allowedOauthFlows[]"],
        },
        then: { required: ["generateSecret"], properties: { generateSecret: { const: true } } },
      },
      { ...oauth, allowedOauthScopes: ["orders/read"], allowedOauthFlows: ["client_credentials"] },
      { generateSecret: true },
      {},
    ),
    needs(
      "what is passed on of the user's context needs a secret",
      { enablePropagateAdditionalUserContextData: true },
      ["generateSecret"],
      {
        properties: { generateSecret: { const: true } },
      },
    )({ ...pool, name: "c", enablePropagateAdditionalUserContextData: true }, { generateSecret: true }, {}),
    together(
      "an access or id token does not outlive the refresh token",
      { join: "tokenOrder" },
      {
        ...pool,
        name: "c",
        refreshTokenValidity: 60,
        tokenValidityUnits: { refreshToken: "minutes", accessToken: "minutes", idToken: "minutes" },
      },
      { accessTokenValidity: 60, idTokenValidity: 60 },
      { accessTokenValidity: 61, idTokenValidity: 60 },
    ),
    sameRegion(
      "analyticsConfiguration.applicationArn",
      "the application of Pinpoint is in the pool's own Region",
      "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/a",
      {
        level: "advisory",
        source: page("cognito/latest/developerguide/cognito-user-pools-pinpoint-integration"),
      },
    ),
    together(
      "a scope is a standard one or of a resource server of the pool",
      {
        properties: {
          "allowedOauthScopes[]": {
            anyOf: [{ enum: standardScopes }, { pattern: "^(?!phone$|email$|openid$|profile$|aws\\.cognito).+/" }],
          },
        },
      },
      {
        ...pool,
        name: "c",
        allowedOauthFlowsUserPoolClient: true,
        allowedOauthFlows: ["code"],
        callbackUrls: ["https://a.example.com"],
      },
      { allowedOauthScopes: ["openid", "orders/read"] },
      { allowedOauthScopes: ["orders"] },
    ),
    together(
      "an identity provider that is named is of the pool",
      {
        join: "identityProviders",
        beside: {
          pool: { type: "aws:cognito/userPool:UserPool", properties: { id: "eu-west-1_own", name: "p" } },
          google: {
            type: "aws:cognito/identityProvider:IdentityProvider",
            properties: {
              userPoolId: "eu-west-1_own",
              providerName: "Google",
              providerType: "Google",
              providerDetails: { client_id: "c", client_secret: "s", authorize_scopes: "email" },
            },
          },
        },
      },
      { userPoolId: "eu-west-1_own", name: "c" },
      { supportedIdentityProviders: ["COGNITO", "Google"] },
      { supportedIdentityProviders: ["COGNITO", "Okta"] },
    ),
    together(
      "a custom attribute that is read or written is one of the pool",
      {
        join: "clientAttributes",
        beside: {
          pool: {
            type: "aws:cognito/userPool:UserPool",
            properties: { id: "eu-west-1_own", name: "p", schemas: [{ name: "team", attributeDataType: "String" }] },
          },
        },
      },
      { userPoolId: "eu-west-1_own", name: "c" },
      { readAttributes: ["email", "custom:team"] },
      { readAttributes: ["email", "custom:group"] },
    ),
  ],
};

const details = (providerType: string, keys: readonly string[], all: Readonly<Record<string, string>>): Row => {
  const [first = ""] = keys;
  const less = Object.fromEntries(Object.entries(all).filter(([name]) => name !== first));
  return needs(
    `${providerType} has ${keys.join(", ")}`,
    { providerType },
    keys.map((name) => `providerDetails.${name}`),
  )(
    { ...pool, providerType, providerName: providerType === "OIDC" ? "Own" : providerType },
    { providerDetails: all },
    { providerDetails: less },
  );
};

const identityProvider: TypeRows = {
  type: "aws:cognito/identityProvider:IdentityProvider",
  source: api("cognito", "CreateIdentityProvider"),
  rows: [
    details("SignInWithApple", ["team_id", "key_id", "private_key"], {
      client_id: "c",
      team_id: "t",
      key_id: "k",
      private_key: "p",
      authorize_scopes: "email",
    }),
    {
      at: "providerDetails.attributes_request_method",
      enum: ["GET", "POST"],
      good: "GET",
      bad: "PUT",
    },
    {
      at: "providerDetails.oidc_issuer",
      fact: "an issuer is an https address",
      pattern: "^https://",
      good: "https://a.example.com",
      bad: "http://a.example.com",
    },
    {
      at: "providerDetails",
      fact: "the metadata of SAML is a MetadataURL or a MetadataFile",
      atMostOne: ["MetadataURL", "MetadataFile"],
      good: { MetadataURL: "https://a.example.com" },
      bad: { MetadataURL: "https://a.example.com", MetadataFile: "<xml/>" },
    },
  ],
};

const mapping = (more: object) => [
  { identityProvider: "graph.facebook.com", ambiguousRoleResolution: "Deny", ...more },
];
const rule = { claim: "team", matchType: "Equals", value: "a", roleArn: "arn:aws:iam::111122223333:role/r" };

const others: readonly TypeRows[] = [
  {
    type: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
    source: api("identity", "SetIdentityPoolRoles"),
    rows: [
      {
        at: "roles",
        fact: "its keys are authenticated and unauthenticated",
        propertyNames: { enum: ["authenticated", "unauthenticated"] },
        good: { authenticated: "arn:aws:iam::111122223333:role/r" },
        bad: { guest: "arn:aws:iam::111122223333:role/r" },
      },
      { at: "roleMappings[].type", enum: ["Token", "Rules"], good: "Token", bad: "Roles" },
      {
        at: "roleMappings[].mappingRules[].matchType",
        enum: ["Equals", "Contains", "StartsWith", "NotEqual"],
        source: api("identity", "MappingRule"),
        good: "Equals",
        bad: "EndsWith",
      },
      {
        at: "roleMappings",
        fact: "a mapping by Rules has mappingRules",
        items: { when: { type: "Rules" }, required: ["mappingRules[]"] },
        good: mapping({ type: "Rules", mappingRules: [rule] }),
        bad: mapping({ type: "Rules" }),
      },
      {
        at: "roleMappings",
        fact: "a mapping has an ambiguousRoleResolution",
        items: { required: ["ambiguousRoleResolution"] },
        good: mapping({ type: "Token" }),
        bad: [{ identityProvider: "graph.facebook.com", type: "Token" }],
      },
      {
        at: "roleMappings[].ambiguousRoleResolution",
        enum: ["AuthenticatedRole", "Deny"],
        good: "Deny",
        bad: "Allow",
      },
      {
        at: "roleMappings[].mappingRules",
        maxItems: 25,
        source: page("cognito/latest/developerguide/role-based-access-control"),
        good: [rule],
        bad: Array.from({ length: 26 }, () => rule),
      },
      {
        at: "roleMappings[].identityProvider",
        fact: "it is the name of a provider: a domain, cognito-idp.<Region>.amazonaws.com/<pool>:<client> or an ARN",
        pattern: "\\.|^arn:",
        good: "graph.facebook.com",
        bad: "facebook",
      },
    ],
  },
  {
    type: "aws:cognito/resourceServer:ResourceServer",
    source: api("cognito", "CreateResourceServer"),
    rows: [
      {
        at: "identifier",
        fact: "an identifier has no space, quote or backslash",
        pattern: "^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$",
        good: "https://orders.example.com",
        bad: "my orders",
      },
    ],
  },
  {
    type: "aws:cognito/riskConfiguration:RiskConfiguration",
    source: api("cognito", "SetRiskConfiguration"),
    rows: [
      ...(["blockedIpRangeLists", "skippedIpRangeLists"] as const).flatMap((list): Row[] => [
        {
          at: `riskExceptionConfiguration.${list}[]`,
          fact: "a range is a block in CIDR notation",
          format: "cidr",
          good: "192.0.2.0/24",
          bad: "192.0.2.1",
        },
        {
          at: `riskExceptionConfiguration.${list}`,
          maxItems: 200,
          good: ["192.0.2.0/24"],
          bad: Array.from({ length: 201 }, (_, index) => `10.0.${index}.0/24`),
        },
      ]),
      sesRegions("accountTakeoverRiskConfiguration.notifyConfiguration.sourceArn"),
    ],
  },
  {
    type: "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration",
    source: api("cognito", "SetLogDeliveryConfiguration"),
    rows: [
      {
        at: "logConfigurations",
        fact: "an eventSource stands once",
        uniqueKeys: ["eventSource"],
        good: [{ eventSource: "userNotification", logLevel: "ERROR" }],
        bad: [
          { eventSource: "userNotification", logLevel: "ERROR" },
          { eventSource: "userNotification", logLevel: "ERROR" },
        ],
      },
      {
        at: "logConfigurations[].eventSource",
        enum: ["userNotification", "userAuthEvents"],
        good: "userAuthEvents",
        bad: "signIn",
      },
      { at: "logConfigurations[].logLevel", enum: ["ERROR", "INFO"], good: "INFO", bad: "WARN" },
      sameRegion(
        "logConfigurations[].cloudWatchLogsConfiguration.logGroupArn",
        "the log group is in the pool's own Region",
        "arn:aws:logs:eu-west-1:111122223333:log-group:g",
      ),
      together(
        "userAuthEvents need a pool of the tier PLUS",
        {
          if: {
            properties: { "logConfigurations[].eventSource": { const: "userAuthEvents" } },
            required: ["logConfigurations[].eventSource"],
          },
          then: {
            properties: {
              userPoolId: {
                refersTo: {
                  type: "aws:cognito/userPool:UserPool",
                  fits: { properties: { userPoolTier: { const: "PLUS" } }, required: ["userPoolTier"] },
                },
              },
            },
          },
          beside: {
            lite: {
              type: "aws:cognito/userPool:UserPool",
              properties: { id: "eu-west-1_lite", name: "p", userPoolTier: "LITE" },
            },
          },
          source: page("cognito/latest/developerguide/exporting-quotas-and-usage"),
        },
        { logConfigurations: [{ eventSource: "userAuthEvents", logLevel: "INFO" }] },
        { userPoolId: "eu-west-1_other" },
        { userPoolId: "eu-west-1_lite" },
      ),
    ],
  },
  {
    type: "aws:cognito/managedLoginBranding:ManagedLoginBranding",
    source: api("cognito", "CreateManagedLoginBranding"),
    rows: [
      only("Cognito's own look has no settings", { useCognitoProvidedValues: true }, ["settings", "assets[]"])(
        { ...pool, clientId: "c" },
        { settings: "{}" },
        { useCognitoProvidedValues: true, settings: "{}" },
      ),
      {
        at: "assets[]",
        fact: "ICO is for FAVICON_ICO",
        when: { extension: "ICO" },
        properties: { category: { const: "FAVICON_ICO" } },
        source: measured,
        good: { category: "FAVICON_ICO", colorMode: "LIGHT", extension: "ICO" },
        bad: { category: "PAGE_HEADER_LOGO", colorMode: "LIGHT", extension: "ICO" },
      },
    ],
  },
  {
    type: "aws:cognito/userPoolDomain:UserPoolDomain",
    source: api("cognito", "CreateUserPoolDomain"),
    rows: [
      together(
        "a domain with a certificate is a full name of two labels or more",
        { when: { certificateArn: {} }, properties: { domain: { pattern: "\\." } } },
        { ...pool, certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/c" },
        { domain: "login.example.com" },
        { domain: "login" },
      ),
      together(
        "the managed login 2 needs a pool of the tier ESSENTIALS or PLUS",
        {
          when: { managedLoginVersion: 2 },
          properties: {
            userPoolId: {
              refersTo: {
                type: "aws:cognito/userPool:UserPool",
                fits: { properties: { userPoolTier: { not: { const: "LITE" } } } },
              },
            },
          },
          beside: {
            lite: {
              type: "aws:cognito/userPool:UserPool",
              properties: { id: "eu-west-1_lite", name: "p", userPoolTier: "LITE" },
            },
          },
          source: page("cognito/latest/developerguide/cognito-user-pools-managed-login"),
        },
        { domain: "orders", managedLoginVersion: 2 },
        { userPoolId: "eu-west-1_other" },
        { userPoolId: "eu-west-1_lite" },
      ),
    ],
  },
  {
    type: "aws:cognito/userPoolUICustomization:UserPoolUICustomization",
    source: page("cognito/latest/developerguide/hosted-ui-classic-branding"),
    rows: [
      {
        at: "css",
        fact: "its selectors are the classes that end with -customizable",
        not: { pattern: "(^|\\})\\s*(?!@)(?![^{}]*-customizable)[^{}\\s][^{}]*\\{" },
        good: ".banner-customizable { background: #fff; }",
        bad: "body { background: #fff; }",
      },
    ],
  },
];

/** Cognito: settings that go together, or do not. */
export const cognitoCombinations: readonly TypeRows[] = [
  userPool,
  client,
  identityProvider,
  ...others,
  {
    type: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
    source: api("identity", "RoleMapping"),
    rows: [
      {
        at: "roleMappings",
        fact: "a mapping by Token has no mappingRules",
        items: { when: { type: "Token" }, excluded: ["mappingRules[]"] },
        good: mapping({ type: "Token" }),
        bad: mapping({ type: "Token", mappingRules: [rule] }),
      },
    ],
  },
];
