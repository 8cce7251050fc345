import { type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { needs, sameRegion, together } from "../../together";
import { pool } from "./shared";

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

/** Clients of user pools. */
export const clientRows: readonly TypeRows[] = [client];
