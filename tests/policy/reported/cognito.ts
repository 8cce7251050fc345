import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;
const poolType = "aws:cognito/userPool:UserPool";
const clientType = "aws:cognito/userPoolClient:UserPoolClient";
const pool = on(poolType, { name: "people" });
const client = on(clientType, { name: "web", userPoolId: "eu-west-1_AbCdEfGhI" });
const oauth = (more: Arguments) => ({
  ...{ allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] },
  ...{ callbackUrls: ["https://own.example.com/in"], supportedIdentityProviders: ["COGNITO"], ...more },
});
const custom = (required: boolean) => ({
  schemas: [{ name: "team", attributeDataType: "String", required, stringAttributeConstraints: { maxLength: "40" } }],
});

export const cognito: FactsByName = {
  "mfa-false": pool("MFA is on, off or optional", { mfaConfiguration: "false" }, { mfaConfiguration: "OFF" }),
  "mfa-without-factor": pool(
    "MFA has a factor",
    { mfaConfiguration: "ON" },
    { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } },
  ),
  "required-custom-attribute": pool("a custom attribute is not required", custom(true), custom(false)),
  "oauth-flow": client(
    "a flow of OAuth is code, implicit or client_credentials",
    oauth({ allowedOauthFlows: ["code", "token"] }),
    oauth({ allowedOauthFlows: ["code", "implicit"] }),
  ),
  "default-redirect": client(
    "where one goes by default is a callback",
    oauth({ defaultRedirectUri: "https://own.example.com/home" }),
    oauth({ defaultRedirectUri: "https://own.example.com/in" }),
  ),
  "domain-prefix": on("aws:cognito/userPoolDomain:UserPoolDomain", { userPoolId: "eu-west-1_AbCdEfGhI" })(
    "a domain prefix has small letters",
    { domain: "MyDemo_login" },
    { domain: "my-demo-login" },
  ),
  "identity-provider-unnamed": on("aws:cognito/identityPool:IdentityPool", { identityPoolName: "people" })(
    "a provider of identities has a name",
    { cognitoIdentityProviders: [{ clientId: "769obvghue82qn3tlrbl1em0pr" }] },
    {
      cognitoIdentityProviders: [
        {
          clientId: "769obvghue82qn3tlrbl1em0pr",
          providerName: "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
        },
      ],
    },
  ),
  "google-called-example": on("aws:cognito/identityProvider:IdentityProvider", {
    ...{ userPoolId: "eu-west-1_AbCdEfGhI", providerType: "Google", attributeMapping: { email: "email" } },
    providerDetails: { authorize_scopes: "email", client_id: "c", client_secret: "s" },
  })("Google's provider is called Google", { providerName: "example" }, { providerName: "Google" }),
};
