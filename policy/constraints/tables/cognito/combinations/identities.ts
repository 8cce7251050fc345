import { type Row, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { needs } from "../../together";
import { pool } from "./shared";

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

/** Identity providers and the roles of identity pools. */
export const identityRows: readonly TypeRows[] = [
  identityProvider,
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
