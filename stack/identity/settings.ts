import { z } from "zod";
import {
  AttributeType,
  Mfa,
  OAuthFlow,
  passwordDefaults,
  SignInAlias,
  tableDefaults,
  ThreatProtection,
  userPoolDefaults,
} from "../../components";
import { type Problem, Problems } from "../../components/core/check";
import { tableProblems } from "../../components/dynamodb/check";
import { userPoolProblems } from "../../components/identity/userPoolCheck";
import { onByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";

/** Sign-in, and what users own. */
export const identitySettings = {
  userPool: onByDefault({
    signIn: z.array(z.enum(SignInAlias)).default(userPoolDefaults.signIn),
    selfSignUp: z.boolean().default(userPoolDefaults.selfSignUp),
    passwordLength: z.int().default(passwordDefaults.minimumLength),
    mfa: z.enum(Mfa).default(userPoolDefaults.mfa),
    threatProtection: z.enum(ThreatProtection).default(userPoolDefaults.threatProtection),
    domain: z.string().default(""),
    managedLogin: z.boolean().default(true),
    callbackUrls: z.array(z.string()).default([]),
    deletionProtection: z.boolean().default(userPoolDefaults.deletionProtection),
  }),
  identityPool: onByDefault({ guests: z.boolean().default(false) }),
  ordersTable: onByDefault({
    recoveryDays: z.int().default(tableDefaults.recoveryDays),
  }),
};

export type IdentitySettings = SettingsOf<typeof identitySettings>;

export const identityExamples = {
  "userPool.domain": "example-com",
  "userPool.callbackUrls": ["https://www.example.com/signed-in"],
};

/** The key of an order: the user's identity in the identity pool, and a name that the user chooses. */
export const ordersKey = {
  attributes: { owner: AttributeType.String, orderId: AttributeType.String },
  hashKey: "owner",
  rangeKey: "orderId",
};

export function identityProblems({ userPool: settings, ordersTable }: IdentitySettings): Problem[] {
  const { enabled, passwordLength, domain, managedLogin, callbackUrls, ...args } = settings;
  const oauth = { flow: OAuthFlow.Code, scopes: ["openid", "email"], callbackUrls };
  const problems = userPoolProblems({
    ...args,
    passwordPolicy: { minimumLength: passwordLength },
    ...(domain && { domain: { domain, managedLogin }, clients: [{ name: "web", oauth }] }),
  });
  return new Problems()
    .that(
      (domain === "") === (callbackUrls.length === 0),
      "userPool.callbackUrls",
      callbackUrls,
      "the sign-in pages on domain redirect to callbackUrls, and callbackUrls need the pages: give both or neither",
    )
    .all(
      underKey("userPool", problems, {
        "passwordPolicy.minimumLength": "passwordLength",
        "domain.domain": "domain",
        "domain.managedLogin": "managedLogin",
        "clients.web.oauth.callbackUrls": "callbackUrls",
        "clients.web.oauth.callbackUrls.length": "callbackUrls",
      }),
    )
    .all(underKey("ordersTable", tableProblems({ ...ordersKey, recoveryDays: ordersTable.recoveryDays }))).list;
}
