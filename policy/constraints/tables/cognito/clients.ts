import { naming } from "../../../../limits/naming";
import { type TypeRows } from "../../schema";
import { api, page } from "../pages";

const client = (more: object) => ({ userPoolId: "eu-west-1_a", ...more });

const oauth = client({
  allowedOauthFlows: ["code"],
  allowedOauthFlowsUserPoolClient: true,
  allowedOauthScopes: ["openid"],
  callbackUrls: ["https://a.example/in"],
});

/** Cognito. */
export const cognitoClients: readonly TypeRows[] = [
  {
    type: "aws:cognito/userPoolClient:UserPoolClient",
    source: api("cognito", "CreateUserPoolClient"),
    rows: [
      {
        at: "callbackUrls[]",
        fact: "an address has no fragment",
        not: { pattern: "#" },
        good: "https://a.example/in",
        bad: "https://a.example/#in",
      },
      {
        at: "logoutUrls[]",
        fact: "an address has no fragment",
        not: { pattern: "#" },
        good: "https://a.example/out",
        bad: "https://a.example/#out",
      },
      {
        at: "",
        fact: "defaultRedirectUri is one of callbackUrls",
        memberOf: [["defaultRedirectUri", "callbackUrls[]"]],
        good: client({ callbackUrls: ["https://a.example/in"], defaultRedirectUri: "https://a.example/in" }),
        bad: client({ callbackUrls: ["https://a.example/in"], defaultRedirectUri: "https://a.example/other" }),
      },
      { at: "allowedOauthFlows[]", enum: ["code", "implicit", "client_credentials"], good: "code", bad: "password" },
      { at: "allowedOauthFlows", maxItems: 3, good: ["code"], bad: ["code", "code", "code", "code"] },
      {
        at: "",
        fact: "OAuth flows are taken where allowedOauthFlowsUserPoolClient is true",
        dependentRequired: { "allowedOauthFlows[]": ["allowedOauthFlowsUserPoolClient"] },
        level: "advisory",
        good: { ...oauth, supportedIdentityProviders: ["COGNITO"] },
        bad: { ...oauth, allowedOauthFlowsUserPoolClient: undefined, supportedIdentityProviders: ["COGNITO"] },
      },
      {
        at: "",
        fact: "OAuth flows need allowedOauthScopes",
        when: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: { minItems: 1 } },
        required: ["allowedOauthScopes[]"],
        good: oauth,
        bad: { ...oauth, allowedOauthScopes: undefined },
      },
      {
        at: "",
        fact: "the flows code and implicit need callbackUrls",
        when: {
          allowedOauthFlowsUserPoolClient: true,
          allowedOauthFlows: { contains: { enum: ["code", "implicit"] } },
        },
        required: ["callbackUrls[]"],
        source: "measured",
        good: oauth,
        bad: { ...oauth, callbackUrls: undefined },
      },
      {
        at: "explicitAuthFlows[]",
        enum: "ADMIN_NO_SRP_AUTH CUSTOM_AUTH_FLOW_ONLY USER_PASSWORD_AUTH ALLOW_ADMIN_USER_PASSWORD_AUTH ALLOW_CUSTOM_AUTH ALLOW_USER_PASSWORD_AUTH ALLOW_USER_SRP_AUTH ALLOW_REFRESH_TOKEN_AUTH ALLOW_USER_AUTH".split(
          " ",
        ),
        good: "ALLOW_USER_SRP_AUTH",
        bad: "USER_SRP_AUTH",
      },
      {
        at: "explicitAuthFlows",
        fact: "flows with and without ALLOW_ do not go together",
        not: {
          contains: { pattern: "^ALLOW_" },
          allOf: [{ contains: { pattern: "^(ADMIN_NO_SRP_AUTH|CUSTOM_AUTH_FLOW_ONLY|USER_PASSWORD_AUTH)$" } }],
        },
        good: ["ALLOW_USER_SRP_AUTH"],
        bad: ["ALLOW_USER_SRP_AUTH", "USER_PASSWORD_AUTH"],
      },
      {
        at: "",
        fact: "rotation of refresh tokens does not go with ALLOW_REFRESH_TOKEN_AUTH",
        when: { "refreshTokenRotation.feature": "ENABLED" },
        properties: { "explicitAuthFlows[]": { not: { const: "ALLOW_REFRESH_TOKEN_AUTH" } } },
        source: page("cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token"),
        good: client({ refreshTokenRotation: { feature: "ENABLED" }, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }),
        bad: client({
          refreshTokenRotation: { feature: "ENABLED" },
          explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        }),
      },
      { at: "refreshTokenRotation.feature", enum: ["ENABLED", "DISABLED"], good: "ENABLED", bad: "ON" },
      { at: "refreshTokenRotation.retryGracePeriodSeconds", minimum: 0, maximum: 60, good: 60, bad: 61 },
      { at: "preventUserExistenceErrors", enum: ["ENABLED", "LEGACY"], good: "ENABLED", bad: "DISABLED" },
      ...["accessToken", "idToken", "refreshToken"].map((token) => ({
        at: `tokenValidityUnits.${token}`,
        enum: ["seconds", "minutes", "hours", "days"],
        source: api("cognito", "TokenValidityUnitsType"),
        good: "hours",
        bad: "weeks",
      })),
      {
        at: "name",
        fact: "the name of a client has letters, digits, spaces and + = , . @ -, 128 at most",
        pattern: naming.cognito,
        good: "app",
        bad: "app/web",
      },
      {
        at: "analyticsConfiguration",
        fact: "a Pinpoint application is named by ARN, or by id with externalId and roleArn",
        atMostOne: ["applicationArn", "applicationId"],
        good: { applicationArn: "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/a" },
        bad: { applicationArn: "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/a", applicationId: "a" },
      },
      {
        at: "analyticsConfiguration",
        fact: "an applicationId needs externalId and roleArn",
        dependentRequired: { applicationId: ["externalId", "roleArn"] },
        source: api("cognito", "AnalyticsConfigurationType"),
        good: { applicationId: "a", externalId: "b", roleArn: "arn:aws:iam::111122223333:role/r" },
        bad: { applicationId: "a" },
      },
    ],
  },
  {
    type: "aws:cognito/userPoolDomain:UserPoolDomain",
    source: api("cognito", "CreateUserPoolDomain"),
    rows: [
      {
        at: "",
        fact: "a prefix has lowercase letters, digits and hyphens, 63 at most; a custom domain has a certificate",
        if: { not: { required: ["certificateArn"] } },
        then: { properties: { domain: { pattern: naming.cognitoDomainPrefix } } },
        good: { domain: "my-shop", userPoolId: "p" },
        bad: { domain: "auth.example.com", userPoolId: "p" },
      },
      {
        at: "domain",
        fact: "no word of a prefix is aws, amazon or cognito",
        if: { not: { pattern: "\\." } },
        then: { not: { pattern: naming.cognitoDomainReserved } },
        source: "measured",
        good: "my-shop",
        bad: "my-cognito",
      },
      {
        at: "certificateArn",
        fact: "the certificate of a domain is in us-east-1",
        pattern: naming.globalCertificate,
        source: page("cognito/latest/developerguide/cognito-user-pools-add-custom-domain"),
        good: "arn:aws:acm:us-east-1:111122223333:certificate/a",
        bad: "arn:aws:acm:eu-west-1:111122223333:certificate/a",
      },
      { at: "managedLoginVersion", minimum: 1, maximum: 2, good: 2, bad: 3 },
    ],
  },
  {
    type: "aws:cognito/resourceServer:ResourceServer",
    source: api("cognito", "CreateResourceServer"),
    rows: [
      {
        at: "scopes[].scopeName",
        fact: "the name of a scope has no space, slash, quote or backslash",
        pattern: naming.cognitoScope,
        source: api("cognito", "ResourceServerScopeType"),
        good: "read",
        bad: "orders/read",
      },
      {
        at: "scopes",
        fact: "the scopes of a server have different names",
        uniqueKeys: ["scopeName"],
        source: "measured",
        good: [{ scopeName: "read", scopeDescription: "a" }],
        bad: [
          { scopeName: "read", scopeDescription: "a" },
          { scopeName: "read", scopeDescription: "b" },
        ],
      },
      { at: "scopes[].scopeDescription", minLength: 1, maxLength: 256, good: "a", bad: "a".repeat(257) },
      { at: "identifier", minLength: 1, maxLength: 256, good: "api", bad: "a".repeat(257) },
    ],
  },
];
