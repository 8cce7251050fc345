/** Ways to sign a user in by the API; apps that sign users in may always refresh tokens. */
export const AuthFlow = {
  /** The password never leaves the device (Secure Remote Password). */
  Srp: "ALLOW_USER_SRP_AUTH",
  /** The app sends the password to Cognito. */
  Password: "ALLOW_USER_PASSWORD_AUTH",
  /** Your server, with AWS credentials, sends the password. */
  AdminPassword: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  /** Custom challenges, defined by Lambda triggers. */
  Custom: "ALLOW_CUSTOM_AUTH",
} as const;
export type AuthFlow = (typeof AuthFlow)[keyof typeof AuthFlow];

/**
 * Ways to get tokens from the pool's domain. The implicit flow is missing on purpose: it puts tokens into addresses.
 */
export const OAuthFlow = {
  /** Sign-in pages and an authorization code; an app without secret must use PKCE, which Cognito supports for every client. */
  Code: "code",
  /** Machine to machine, without a user. */
  ClientCredentials: "client_credentials",
} as const;
export type OAuthFlow = (typeof OAuthFlow)[keyof typeof OAuthFlow];

/** OAuth 2.0 of a {@link UserPoolClientArgs | client}; needs the pool's domain. */
export interface OAuthArgs {
  /** ClientCredentials cannot be combined with others. */
  flow: OAuthFlow;
  /** openid, email, phone, profile, aws.cognito.signin.user.admin, or `IDENTIFIER/SCOPE` of the pool's resource servers. */
  scopes: string[];
  /** Addresses that receive the code: https, http on localhost, or the app's own scheme; 1 to 100 with Code. */
  callbackUrls?: string[];
  /** Addresses to which a sign-out may redirect, in the same form. Default: none. */
  logoutUrls?: string[];
}

/** An app of a pool: its rights, and how long its tokens last. */
export interface UserPoolClientArgs {
  /** Unique in the pool. */
  name: string;
  /** Whether the app can keep a secret: a server can, a browser or a phone cannot. Default: false. */
  secret?: boolean;
  /** Default: Srp; none with OAuth, whose pages handle the sign-in. */
  authFlows?: AuthFlow[];
  oauth?: OAuthArgs;
  /** Minutes, 5 to 1,440. Default: 60. */
  accessTokenMinutes?: number;
  /** Minutes, 5 to 1,440. Default: 60. */
  idTokenMinutes?: number;
  /** Minutes, 60 to 5,256,000 (ten years), and longer than the other tokens. Default: 43,200 (30 days). */
  refreshTokenMinutes?: number;
  /** Minutes to answer the challenges of a sign-in, 3 to 15. Default: 3. */
  sessionMinutes?: number;
  /**
   * Attributes that users may change through this app. Default: the ones of OpenID Connect, and none of the custom ones
   * (Cognito's default is all, so that users could set `custom:tenant` in their own tokens).
   */
  writableAttributes?: string[];
}

/** Defaults of a client's arguments. */
export const clientDefaults = {
  accessTokenMinutes: 60,
  idTokenMinutes: 60,
  refreshTokenMinutes: 43_200,
  sessionMinutes: 3,
};

/** Standard attributes of OpenID Connect, except those that Cognito sets itself. */
export const standardAttributes = [
  "address",
  "birthdate",
  "email",
  "family_name",
  "gender",
  "given_name",
  "locale",
  "middle_name",
  "name",
  "nickname",
  "phone_number",
  "picture",
  "preferred_username",
  "profile",
  "updated_at",
  "website",
  "zoneinfo",
];
