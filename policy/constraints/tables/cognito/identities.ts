import { naming } from "../../../../limits/naming";
import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";

const providerTypes = ["SAML", "Facebook", "Google", "LoginWithAmazon", "SignInWithApple", "OIDC"];

function details(name: string): Readonly<Record<string, string>> {
  const all = { client_id: "a", client_secret: "b", authorize_scopes: "openid" };
  return name === "SignInWithApple"
    ? { client_id: "a", team_id: "b", key_id: "c", private_key: "d", authorize_scopes: "email" }
    : all;
}

/** Cognito. */
export const cognitoIdentities: readonly TypeRows[] = [
  {
    type: "aws:cognito/identityProvider:IdentityProvider",
    source: api("cognito", "CreateIdentityProvider"),
    rows: [
      { at: "providerType", enum: providerTypes, good: "SAML", bad: "Apple" },
      {
        at: "providerName",
        fact: "the name of a provider has no space and no underscore at the beginning, 32 characters at most",
        pattern: "^[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{0,31}$",
        good: "Corporate",
        bad: "_corporate",
      },
      ...["Facebook", "Google", "LoginWithAmazon", "SignInWithApple"].map((name): Row => ({
        at: "",
        fact: `the provider of type ${name} has that name`,
        when: { providerType: name },
        properties: { providerName: { const: name } },
        source: "measured",
        good: { providerType: name, providerName: name, providerDetails: details(name) },
        bad: { providerType: name, providerName: "Own", providerDetails: details(name) },
      })),
      {
        at: "",
        fact: "SAML names its metadata as MetadataURL or MetadataFile",
        when: { providerType: "SAML" },
        properties: { providerDetails: { requiredXor: ["MetadataURL", "MetadataFile"] } },
        good: {
          providerType: "SAML",
          providerName: "Corporate",
          providerDetails: { MetadataURL: "https://a.example" },
        },
        bad: { providerType: "SAML", providerName: "Corporate", providerDetails: { IDPSignout: "true" } },
      },
      {
        at: "",
        fact: "OIDC has client_id, authorize_scopes, attributes_request_method and oidc_issuer",
        when: { providerType: "OIDC" },
        properties: {
          providerDetails: { required: ["client_id", "authorize_scopes", "attributes_request_method", "oidc_issuer"] },
        },
        good: {
          providerType: "OIDC",
          providerName: "Own",
          providerDetails: {
            client_id: "a",
            client_secret: "b",
            authorize_scopes: "openid",
            attributes_request_method: "GET",
            oidc_issuer: "https://a.example",
          },
        },
        bad: {
          providerType: "OIDC",
          providerName: "Own",
          providerDetails: { client_id: "a", authorize_scopes: "openid", oidc_issuer: "https://a.example" },
        },
      },
      {
        at: "",
        fact: "social providers have client_id, client_secret and authorize_scopes",
        when: { providerType: ["Facebook", "Google", "LoginWithAmazon"] },
        properties: { providerDetails: { required: ["client_id", "client_secret", "authorize_scopes"] } },
        good: { providerType: "Google", providerName: "Google", providerDetails: details("Google") },
        bad: {
          providerType: "Google",
          providerName: "Google",
          providerDetails: { client_id: "a", client_secret: "b" },
        },
      },
      { at: "idpIdentifiers", maxItems: 50, good: ["a"], bad: Array.from({ length: 51 }, (_, i) => `a${i}`) },
      {
        at: "idpIdentifiers[]",
        fact: "an identifier has letters, digits and + = . @ -, 40 at most",
        pattern: "^[\\w\\s+=.@-]{1,40}$",
        good: "a.example",
        bad: "a/b",
      },
    ],
  },
  {
    type: "aws:cognito/userGroup:UserGroup",
    source: api("cognito", "CreateGroup"),
    rows: [
      {
        at: "name",
        fact: "the name of a group has no space, 128 characters at most",
        pattern: naming.cognitoGroup,
        good: "admins",
        bad: "shop admins",
      },
      { at: "precedence", minimum: 0, good: 0, bad: -1 },
      { at: "description", maxLength: 2048, good: "a", bad: "a".repeat(2049) },
    ],
  },
  {
    type: "aws:cognito/identityPool:IdentityPool",
    source: api("identity", "CreateIdentityPool"),
    rows: [
      {
        at: "identityPoolName",
        fact: "the name of a pool has letters, digits, spaces and _ + = , . @ -, 128 at most",
        pattern: naming.cognito,
        good: "shop users",
        bad: "shop/users",
      },
      {
        at: "developerProviderName",
        fact: "it has letters, digits and . _ -",
        pattern: "^[\\w._-]{1,128}$",
        good: "shop",
        bad: "my shop",
      },
      {
        at: "cognitoIdentityProviders[].providerName",
        fact: "it is cognito-idp.<Region>.amazonaws.com/<pool>",
        pattern: "^[\\w._:/-]{1,128}$",
        good: "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a",
        bad: "my pool",
      },
    ],
  },
  {
    type: "aws:cognito/user:User",
    source: api("cognito", "AdminCreateUser"),
    rows: [
      { at: "messageAction", enum: ["RESEND", "SUPPRESS"], good: "SUPPRESS", bad: "NONE" },
      { at: "desiredDeliveryMediums[]", enum: ["EMAIL", "SMS"], good: "EMAIL", bad: "PUSH" },
    ],
  },
  {
    type: "aws:cognito/riskConfiguration:RiskConfiguration",
    source: api("cognito", "SetRiskConfiguration"),
    rows: [
      {
        at: "compromisedCredentialsRiskConfiguration.eventFilters[]",
        enum: ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"],
        good: "SIGN_IN",
        bad: "LOGIN",
      },
      {
        at: "compromisedCredentialsRiskConfiguration.actions.eventAction",
        enum: ["BLOCK", "NO_ACTION"],
        good: "BLOCK",
        bad: "DENY",
      },
      ...["highAction", "mediumAction", "lowAction"].map((level) => ({
        at: `accountTakeoverRiskConfiguration.actions.${level}.eventAction`,
        enum: ["BLOCK", "MFA_IF_CONFIGURED", "MFA_REQUIRED", "NO_ACTION"],
        good: "BLOCK",
        bad: "MFA",
      })),
    ],
  },
];
