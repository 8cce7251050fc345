import { type Fact, facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const userPoolId = "eu-west-1_a";
const account = "111122223333";
const role = `arn:aws:iam::${account}:role/r`;
const secret = { generateSecret: true };

const clientType = "aws:cognito/userPoolClient:UserPoolClient";
const client = ofType(clientType, { userPoolId, name: "web" });
const domain = ofType("aws:cognito/userPoolDomain:UserPoolDomain", { userPoolId });
const identityPool = ofType("aws:cognito/identityPool:IdentityPool", { identityPoolName: "shop" });
const server = ofType("aws:cognito/resourceServer:ResourceServer", { userPoolId, identifier: "a", name: "a" });
const branding = ofType("aws:cognito/managedLoginBranding:ManagedLoginBranding", { userPoolId, clientId: "c" });
const risk = ofType("aws:cognito/riskConfiguration:RiskConfiguration", { userPoolId });
const logged = ofType("aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration", { userPoolId });
const providerType = "aws:cognito/identityProvider:IdentityProvider";
const provider = ofType(providerType, { userPoolId });
const attached = ofType("aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment", {
  identityPoolId: "eu-west-1:b73cb2d2-0d00-4e77-8e80-f99d9c13da3b",
  roles: { authenticated: role },
});

/** A fact of a part of a pool that the program makes too. */
function ofPool(says: string, type: string, bad: readonly [Arguments, Arguments], good: typeof bad): Fact {
  const made = ([pool, part]: typeof bad): readonly Made[] => [
    ["aws:cognito/userPool:UserPool", "pool", { id: userPoolId, ...pool }],
    [type, "part", { userPoolId, ...part }, { userPoolId: "aws:cognito/userPool:UserPool pool" }],
  ];
  return facts(says, made(bad), made(good));
}

const signsIn = (flow: string, beside: Arguments): Arguments => ({
  allowedOauthFlowsUserPoolClient: true,
  allowedOauthFlows: [flow],
  allowedOauthScopes: ["openid"],
  supportedIdentityProviders: ["COGNITO"],
  ...beside,
});

const oidc = {
  client_id: "c",
  client_secret: "s",
  authorize_scopes: "openid",
  oidc_issuer: "https://id.example.com",
  attributes_request_method: "GET",
};
const apple = { client_id: "c", team_id: "t", key_id: "k", private_key: "p", authorize_scopes: "email" };
const social = { client_id: "c", client_secret: "s", authorize_scopes: "email" };
const without = (details: Arguments, key: string): Arguments =>
  Object.fromEntries(Object.entries(details).filter(([name]) => name !== key));
const provides = (providerType: string, providerName: string, providerDetails: Arguments) => ({
  providerType,
  providerName,
  providerDetails,
});

const application = `arn:aws:mobiletargeting:eu-west-1:${account}:apps/0123456789abcdef0123456789abcdef`;

const shipping = (eventSource: string, region = "eu-west-1") => ({
  eventSource,
  logLevel: eventSource === "userAuthEvents" ? "INFO" : "ERROR",
  cloudWatchLogsConfiguration: { logGroupArn: `arn:aws:logs:${region}:${account}:log-group:g` },
});

const takeover = (eventAction: string, beside: Arguments = {}) => ({
  accountTakeoverRiskConfiguration: { actions: { lowAction: { eventAction, notify: false } }, ...beside },
});
const compromised = (eventAction: string, eventFilters: readonly string[]) => ({
  compromisedCredentialsRiskConfiguration: { actions: { eventAction }, eventFilters },
});
const blocked = (ranges: readonly string[]) => ({ riskExceptionConfiguration: { blockedIpRangeLists: ranges } });
const notifies = (region: string) =>
  takeover("BLOCK", { notifyConfiguration: { sourceArn: `arn:aws:ses:${region}:${account}:identity/example.com` } });

const fromPool = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a:1a2b3c";
const rule = { claim: "role", matchType: "Equals", value: "admin", roleArn: role };
const mapped = (type: string, beside: Arguments, identityProvider = fromPool) => ({
  roleMappings: [{ identityProvider, type, ambiguousRoleResolution: "Deny", ...beside }],
});

export const cognitoParts: FactsByName = {
  "cognito-analytics-application-requires-role": client(
    "an application is written to with a role",
    { analyticsConfiguration: { applicationId: "a", externalId: "e" } },
    { analyticsConfiguration: { applicationId: "a", externalId: "e", roleArn: role } },
  ),
  "cognito-analytics-config-exclusive": client(
    "an application is named by its ARN or by its identifier",
    { analyticsConfiguration: { applicationArn: application, applicationId: "a" } },
    { analyticsConfiguration: { applicationArn: application } },
  ),
  "cognito-callback-url-fragment": client(
    "an address that people return to has no fragment",
    { callbackUrls: ["https://example.com/#in"] },
    { callbackUrls: ["https://example.com/in"] },
  ),
  "cognito-callback-url-https": client(
    "people return over HTTPS",
    { callbackUrls: ["http://example.com/in"] },
    { callbackUrls: ["http://localhost:3000/in"] },
  ),
  "cognito-callback-urls-max": client(
    "people return to 100 addresses at most",
    { callbackUrls: many(101, (index) => `https://example.com/${index}`) },
    { callbackUrls: many(100, (index) => `https://example.com/${index}`) },
  ),
  "cognito-client-credentials-exclusive": client(
    "a machine signs in with a client of its own",
    {
      ...secret,
      ...signsIn("client_credentials", {
        allowedOauthFlows: ["client_credentials", "code"],
        allowedOauthScopes: ["a/read"],
        callbackUrls: ["https://example.com"],
      }),
    },
    { ...secret, ...signsIn("client_credentials", { allowedOauthScopes: ["a/read"] }) },
  ),
  "cognito-client-credentials-secret": client(
    "a machine signs in with a secret",
    signsIn("client_credentials", { allowedOauthScopes: ["a/read"] }),
    { ...secret, ...signsIn("client_credentials", { allowedOauthScopes: ["a/read"] }) },
  ),
  "cognito-client-name": client("the name of a client has no slash", { name: "web/eu" }, { name: "web-eu" }),
  "cognito-custom-domain-cert-region": domain(
    "the certificate of a domain is in us-east-1",
    { domain: "auth.example.com", certificateArn: `arn:aws:acm:eu-west-1:${account}:certificate/c` },
    { domain: "auth.example.com", certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/c` },
  ),
  "cognito-custom-domain-fqdn": domain(
    "a domain with a certificate is a whole one",
    { domain: "auth", certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/c` },
    { domain: "auth.example.com", certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/c` },
  ),
  "cognito-default-redirect-uri-member": client(
    "people return by default to an address of the list",
    { callbackUrls: ["https://example.com/a"], defaultRedirectUri: "https://example.com/b" },
    { callbackUrls: ["https://example.com/a"], defaultRedirectUri: "https://example.com/a" },
  ),
  "cognito-developer-provider-name-format": identityPool(
    "the name of one's own provider has no space",
    { developerProviderName: "my shop" },
    { developerProviderName: "my.shop" },
  ),
  "cognito-domain-prefix-format": domain(
    "a prefix has small letters, digits and hyphens",
    { domain: "my_shop" },
    { domain: "my-shop" },
  ),
  "cognito-domain-prefix-length": domain(
    "a prefix has 63 characters at most",
    { domain: "a".repeat(64) },
    { domain: "a".repeat(63) },
  ),
  "cognito-domain-reserved-word": domain(
    "a prefix has no word that is AWS's",
    { domain: "my-cognito-shop" },
    { domain: "my-cognitos-shop" },
  ),
  "cognito-explicit-auth-flows-legacy-mix": client(
    "flows have their new names or their old ones",
    { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ADMIN_NO_SRP_AUTH"] },
    { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"] },
  ),
  "cognito-identity-pool-provider-name-format": identityPool(
    "a user pool is named as an issuer",
    { cognitoIdentityProviders: [{ clientId: "1a2b3c", providerName: userPoolId }] },
    {
      cognitoIdentityProviders: [
        { clientId: "1a2b3c", providerName: `cognito-idp.eu-west-1.amazonaws.com/${userPoolId}` },
      ],
    },
  ),
  "cognito-idp-apple-required-keys": provider(
    "Apple's sign-in has its key",
    provides("SignInWithApple", "SignInWithApple", without(apple, "team_id")),
    provides("SignInWithApple", "SignInWithApple", apple),
  ),
  "cognito-idp-identifiers-max": provider(
    "a provider has 50 identifiers at most",
    { ...provides("OIDC", "own", oidc), idpIdentifiers: many(51, (index) => `i${index}`) },
    { ...provides("OIDC", "own", oidc), idpIdentifiers: many(50, (index) => `i${index}`) },
  ),
  "cognito-idp-oidc-attributes-request-method": provider(
    "attributes are asked for with GET or POST",
    provides("OIDC", "own", { ...oidc, attributes_request_method: "PUT" }),
    provides("OIDC", "own", { ...oidc, attributes_request_method: "POST" }),
  ),
  "cognito-idp-oidc-issuer-https": provider(
    "an issuer is asked over HTTPS",
    provides("OIDC", "own", { ...oidc, oidc_issuer: "http://id.example.com" }),
    provides("OIDC", "own", oidc),
  ),
  "cognito-idp-oidc-required-keys": provider(
    "a provider of OpenID has its issuer",
    provides("OIDC", "own", without(oidc, "oidc_issuer")),
    provides("OIDC", "own", oidc),
  ),
  "cognito-idp-provider-name-length": provider(
    "the name of a provider has 32 characters at most",
    provides("OIDC", "a".repeat(33), oidc),
    provides("OIDC", "a".repeat(32), oidc),
  ),
  "cognito-idp-saml-metadata-exclusive": provider(
    "metadata is a file or an address",
    provides("SAML", "own", { MetadataURL: "https://id.example.com/m", MetadataFile: "<a/>" }),
    provides("SAML", "own", { MetadataURL: "https://id.example.com/m" }),
  ),
  "cognito-idp-saml-metadata-required": provider(
    "a provider of SAML has metadata",
    provides("SAML", "own", { IDPSignout: "true" }),
    provides("SAML", "own", { IDPSignout: "true", MetadataURL: "https://id.example.com/m" }),
  ),
  "cognito-idp-social-provider-name-fixed": provider(
    "Google is called Google",
    provides("Google", "google-eu", social),
    provides("Google", "Google", social),
  ),
  "cognito-idp-social-required-keys": provider(
    "Google's sign-in has its secret",
    provides("Google", "Google", without(social, "client_secret")),
    provides("Google", "Google", social),
  ),
  "cognito-log-delivery-event-source-duplicate": logged(
    "events of a kind are logged once",
    { logConfigurations: [shipping("userNotification"), shipping("userNotification")] },
    { logConfigurations: [shipping("userNotification")] },
  ),
  "cognito-log-delivery-log-group-region": logged(
    "a log group is in the pool's Region",
    { logConfigurations: [shipping("userNotification", "us-east-1")] },
    { logConfigurations: [shipping("userNotification")] },
  ),
  "cognito-log-delivery-user-auth-events-tier": ofPool(
    "PLUS logs who signs in",
    "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration",
    [{ userPoolTier: "ESSENTIALS" }, { logConfigurations: [shipping("userAuthEvents")] }],
    [{ userPoolTier: "PLUS" }, { logConfigurations: [shipping("userAuthEvents")] }],
  ),
  "cognito-logout-url-https": client(
    "people leave over HTTPS",
    { logoutUrls: ["http://example.com/out"] },
    { logoutUrls: ["https://example.com/out"] },
  ),
  "cognito-managed-login-branding-asset-extension": branding(
    "an icon is for the browser's tab",
    {
      useCognitoProvidedValues: false,
      settings: "{}",
      assets: [{ category: "PAGE_BACKGROUND", colorMode: "LIGHT", extension: "ICO", bytes: "AA==" }],
    },
    {
      useCognitoProvidedValues: false,
      settings: "{}",
      assets: [{ category: "FAVICON_ICO", colorMode: "LIGHT", extension: "ICO", bytes: "AA==" }],
    },
  ),
  "cognito-managed-login-branding-values-exclusive": branding(
    "a page has Cognito's values or one's own",
    { useCognitoProvidedValues: true, settings: "{}" },
    { settings: "{}" },
  ),
  "cognito-managed-login-version-tier": ofPool(
    "LITE has the first version of the page",
    "aws:cognito/userPoolDomain:UserPoolDomain",
    [{ userPoolTier: "LITE" }, { domain: "shop", managedLoginVersion: 2 }],
    [{ userPoolTier: "LITE" }, { domain: "shop", managedLoginVersion: 1 }],
  ),
  "cognito-oauth-callback-required": client(
    "a flow with a browser returns somewhere",
    signsIn("code", {}),
    signsIn("code", { callbackUrls: ["https://example.com"] }),
  ),
  "cognito-oauth-flows-scopes-required": client(
    "a client of OAuth has scopes",
    { ...without(signsIn("code", {}), "allowedOauthScopes"), callbackUrls: ["https://example.com"] },
    signsIn("code", { callbackUrls: ["https://example.com"] }),
  ),
  "cognito-oauth-scopes-unknown": ofPool(
    "a scope is a standard one or a server's",
    clientType,
    [{}, signsIn("code", { callbackUrls: ["https://example.com"], allowedOauthScopes: ["orders"] })],
    [{}, signsIn("code", { callbackUrls: ["https://example.com"], allowedOauthScopes: ["openid"] })],
  ),
  "cognito-propagate-context-requires-secret": client(
    "a client passes on where people are with a secret",
    { enablePropagateAdditionalUserContextData: true },
    { enablePropagateAdditionalUserContextData: true, ...secret },
  ),
  "cognito-read-attributes-exists": ofPool(
    "a client reads what its pool defines",
    clientType,
    [{}, { readAttributes: ["custom:tenant"] }],
    [{ schemas: [{ name: "tenant", attributeDataType: "String" }] }, { readAttributes: ["custom:tenant"] }],
  ),
  "cognito-resource-server-identifier-charset": server(
    "the identifier of a server has no space",
    { identifier: "my api" },
    { identifier: "https://api.example.com" },
  ),
  "cognito-resource-server-scope-name-charset": server(
    "a scope has no space",
    { scopes: [{ scopeName: "read all", scopeDescription: "a" }] },
    { scopes: [{ scopeName: "read.all", scopeDescription: "a" }] },
  ),
  "cognito-resource-server-scopes-max": server(
    "a server has 100 scopes at most",
    { scopes: many(101, (index) => ({ scopeName: `s${index}`, scopeDescription: "a" })) },
    { scopes: many(100, (index) => ({ scopeName: `s${index}`, scopeDescription: "a" })) },
  ),
  "cognito-risk-account-takeover-event-action-enum": risk(
    "an attempt is stopped with one of four actions",
    takeover("DENY"),
    takeover("BLOCK"),
  ),
  "cognito-risk-compromised-event-action-enum": risk(
    "known passwords are stopped, or not",
    compromised("MFA_REQUIRED", ["SIGN_IN"]),
    compromised("BLOCK", ["SIGN_IN"]),
  ),
  "cognito-risk-compromised-event-filter-enum": risk(
    "passwords are looked at in three events",
    compromised("BLOCK", ["SIGN_OUT"]),
    compromised("BLOCK", ["SIGN_UP"]),
  ),
  "cognito-risk-ip-range-cidr": risk(
    "a range of addresses is a CIDR block",
    blocked(["203.0.113.1"]),
    blocked(["203.0.113.1/32"]),
  ),
  "cognito-risk-ip-range-max": risk(
    "200 ranges are blocked at most",
    blocked(many(201, (index) => `203.0.${index}.0/24`)),
    blocked(many(200, (index) => `203.0.${index}.0/24`)),
  ),
  "cognito-risk-notify-source-arn-region": risk(
    "an identity that warns is in one of three Regions",
    notifies("sa-east-1"),
    notifies("eu-west-1"),
  ),
  "cognito-role-attachment-roles-keys": attached(
    "people are signed in or not",
    { roles: { signedIn: role } },
    { roles: { unauthenticated: role } },
  ),
  "cognito-role-mapping-rule-match-type": attached(
    "a rule matches in one of four ways",
    mapped("Rules", { mappingRules: [{ ...rule, matchType: "EndsWith" }] }),
    mapped("Rules", { mappingRules: [{ ...rule, matchType: "StartsWith" }] }),
  ),
  "cognito-role-mapping-rules-max": attached(
    "a provider has 25 rules at most",
    mapped("Rules", { mappingRules: many(26, (index) => ({ ...rule, value: `v${index}` })) }),
    mapped("Rules", { mappingRules: many(25, (index) => ({ ...rule, value: `v${index}` })) }),
  ),
  "cognito-role-mappings-ambiguous-required": attached(
    "it says what happens where no role is found",
    mapped("Token", { ambiguousRoleResolution: undefined }),
    mapped("Token", {}),
  ),
  "cognito-role-mappings-key-format": attached(
    "roles are mapped for a provider",
    mapped("Token", {}, "users"),
    mapped("Token", {}),
  ),
  "cognito-role-mappings-rules-required": attached(
    "a mapping by rules has rules",
    mapped("Rules", {}),
    mapped("Rules", { mappingRules: [rule] }),
  ),
  "cognito-role-mappings-token-no-rules": attached(
    "a mapping by token has no rules",
    mapped("Token", { mappingRules: [rule] }),
    mapped("Token", {}),
  ),
  "cognito-supported-identity-providers-exists": facts(
    "a client's provider is its pool's",
    [
      ["aws:cognito/userPool:UserPool", "pool", { id: userPoolId }],
      [
        providerType,
        "facebook",
        { userPoolId, ...provides("Facebook", "Facebook", social) },
        { userPoolId: "aws:cognito/userPool:UserPool pool" },
      ],
      [
        clientType,
        "part",
        { userPoolId, supportedIdentityProviders: ["Google"] },
        { userPoolId: "aws:cognito/userPool:UserPool pool" },
      ],
    ],
    [
      ["aws:cognito/userPool:UserPool", "pool", { id: userPoolId }],
      [
        providerType,
        "google",
        { userPoolId, ...provides("Google", "Google", social) },
        { userPoolId: "aws:cognito/userPool:UserPool pool" },
      ],
      [
        clientType,
        "part",
        { userPoolId, supportedIdentityProviders: ["Google"] },
        { userPoolId: "aws:cognito/userPool:UserPool pool" },
      ],
    ],
  ),
  "cognito-token-expiration-order": client(
    "a token lives no longer than the one that renews it",
    {
      accessTokenValidity: 2,
      refreshTokenValidity: 1,
      tokenValidityUnits: { accessToken: "hours", refreshToken: "hours" },
    },
    {
      accessTokenValidity: 1,
      refreshTokenValidity: 1,
      tokenValidityUnits: { accessToken: "hours", refreshToken: "hours" },
    },
  ),
  "cognito-token-validity-range": client(
    "a token lives a day at most",
    { accessTokenValidity: 25, refreshTokenValidity: 30 },
    { accessTokenValidity: 24, refreshTokenValidity: 30 },
  ),
  "cognito-ui-customization-css-properties": facts(
    "a style is of Cognito's classes",
    styled(".button { color: red; }"),
    styled(".submitButton-customizable { color: red; }"),
  ),
  "cognito-ui-customization-requires-domain": facts(
    "the page of a pool is styled where there is a domain",
    styled(".submitButton-customizable { color: red; }").filter(([type]) => !type.endsWith("UserPoolDomain")),
    styled(".submitButton-customizable { color: red; }"),
  ),
  "cognito-write-attributes-immutable": client(
    "a client does not say that an address is verified",
    { writeAttributes: ["email_verified"] },
    { writeAttributes: ["email"] },
  ),
};

function styled(css: string): readonly Made[] {
  const links = { userPoolId: "aws:cognito/userPool:UserPool pool" };
  return [
    ["aws:cognito/userPool:UserPool", "pool", { id: userPoolId }],
    ["aws:cognito/userPoolDomain:UserPoolDomain", "domain", { userPoolId, domain: "shop" }, links],
    ["aws:cognito/userPoolUICustomization:UserPoolUICustomization", "style", { userPoolId, css }, links],
  ];
}
