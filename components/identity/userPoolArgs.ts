import type * as pulumi from "@pulumi/pulumi";
import { type Function } from "../function/function";
import { type UserPoolClientArgs } from "./userPoolClientArgs";
import { type Tags } from "../core/tags";

/** What people may sign in with. */
export const SignInAlias = {
  Email: "email",
  /** Needs text messages, which cost money and an SNS spending limit. */
  Phone: "phone_number",
  /** A name that each user chooses once; the other ways are aliases of it. */
  Username: "username",
  /** A name that users may change; only with Username. */
  PreferredUsername: "preferred_username",
} as const;
export type SignInAlias = (typeof SignInAlias)[keyof typeof SignInAlias];

/** Second factor of a sign-in: a time-based one-time password (TOTP) from an authenticator app. */
export const Mfa = {
  Off: "OFF",
  /** Each user decides. */
  Optional: "OPTIONAL",
  /** Required for every sign-in. */
  Required: "ON",
} as const;
export type Mfa = (typeof Mfa)[keyof typeof Mfa];

/** What Cognito does about leaked passwords and suspicious sign-ins. */
export const ThreatProtection = {
  Off: "OFF",
  /** Only reports them. */
  Audit: "AUDIT",
  /** Also asks for a second factor, or blocks the sign-in. */
  Enforced: "ENFORCED",
} as const;
export type ThreatProtection = (typeof ThreatProtection)[keyof typeof ThreatProtection];

/** Feature plan of a pool: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html */
export const UserPoolTier = {
  /** The cheapest; no password history, no new tokens for access tokens, no managed login. */
  Lite: "LITE",
  Essentials: "ESSENTIALS",
  /** With threat protection. */
  Plus: "PLUS",
} as const;
export type UserPoolTier = (typeof UserPoolTier)[keyof typeof UserPoolTier];

/** How a new address is verified. */
export const VerificationMethod = {
  Code: "CONFIRM_WITH_CODE",
  /** A link to the pool's domain. */
  Link: "CONFIRM_WITH_LINK",
} as const;
export type VerificationMethod = (typeof VerificationMethod)[keyof typeof VerificationMethod];

/** Requirements for passwords. */
export interface PasswordPolicyArgs {
  /** Characters, 6 to 99. Default: 12 (Cognito's default is 8). */
  minimumLength?: number;
  /** Default: true. */
  requireLowercase?: boolean;
  /** Default: true. */
  requireUppercase?: boolean;
  /** Default: true. */
  requireNumbers?: boolean;
  /** Default: true. */
  requireSymbols?: boolean;
  /** Number of earlier passwords that cannot be reused, 0 to 24. Default: 5; 0 on the tier Lite, which keeps none. */
  history?: number;
  /** Days that a temporary password is valid, 1 to 365. Default: 3 (Cognito's default is 7). */
  temporaryValidityDays?: number;
}

/** E-mail that verifies an address; `{####}` is the code, `{##text##}` the link. */
export interface VerificationArgs {
  /** Default: Code. */
  method?: VerificationMethod;
  /** At most 140 characters. Default: Cognito's own. */
  subject?: string;
  /** 6 to 20,000 characters. Default: Cognito's own. */
  message?: string;
}

/** Sender of the pool's e-mails. Default: Cognito, at most 50 a day. */
export interface UserPoolEmailArgs {
  /** ARN of a verified SES identity. */
  sesIdentityArn: pulumi.Input<string>;
  /** For example `Shop <hello@shop.example>`. */
  from: string;
  replyTo?: string;
}

/** Domain of the pool's sign-in pages and OAuth endpoints. */
export interface UserPoolDomainArgs {
  /** Prefix in PREFIX.auth.REGION.amazoncognito.com, or a full name with `certificateArn`. */
  domain: string;
  /** ACM certificate of a custom domain, in us-east-1. */
  certificateArn?: pulumi.Input<string>;
  /**
   * The newer sign-in pages (managed login, not on the tier Lite) instead of the classic ones. Default: true, except on
   * Lite.
   */
  managedLogin?: boolean;
}

/** A group of users; its name is in their tokens, in the claim `cognito:groups`. */
export interface UserPoolGroupArgs {
  name: string;
  description?: string;
  /** 0 or more; the lowest among a user's groups takes precedence. Default: none. */
  precedence?: number;
}

/** An API for which Cognito issues tokens, with its scopes: `IDENTIFIER/SCOPE`. */
export interface ResourceServerArgs {
  /** For example https://api.example.com, or a name. */
  identifier: string;
  /** Descriptions by scope; 1 to 100. */
  scopes: Record<string, string>;
}

/** Functions that Cognito calls. Each has five seconds to respond; a failure ends the sign-up or sign-in. */
export interface UserPoolTriggerArgs {
  /** Before a user is created: refuse, confirm or verify. */
  preSignUp?: Function;
  /** After a user has confirmed. */
  postConfirmation?: Function;
  /**
   * Before tokens are issued: add or remove claims and scopes, in ID and access tokens (version 2 of the event; not on
   * Lite).
   */
  preTokenGeneration?: Function;
}

/** An attribute of users outside OpenID Connect's. Apps read it as `custom:NAME` and, by default, cannot write it. */
export interface CustomAttributeArgs {
  /** 1 to 20 characters, without `custom:`. */
  name: string;
  /** Whether its value may change. This cannot be decided again later. Default: true. */
  mutable?: boolean;
  /** Characters, at most 2,048. Default: 2,048. */
  maxLength?: number;
}

/** Arguments of a {@link UserPool}. */
export interface UserPoolArgs {
  /** Default: e-mail. A change replaces the pool and loses its users. */
  signIn?: SignInAlias[];
  /** Let anybody sign up. If false, only administrators create users. Default: true. */
  selfSignUp?: boolean;
  passwordPolicy?: PasswordPolicyArgs;
  /** Default: Optional. */
  mfa?: Mfa;
  /** Default: Off. Anything else needs the tier Plus. */
  threatProtection?: ThreatProtection;
  /** Default: Essentials; Plus with threat protection. */
  tier?: UserPoolTier;
  verification?: VerificationArgs;
  /** Default: Cognito sends at most 50 e-mails a day, too few for production. */
  email?: UserPoolEmailArgs;
  /** Default: none, and apps sign users in by the API only. */
  domain?: UserPoolDomainArgs;
  /** Apps that sign users in, or sign in themselves. Default: none. */
  clients?: UserPoolClientArgs[];
  groups?: UserPoolGroupArgs[];
  resourceServers?: ResourceServerArgs[];
  /** 50 at most; they can be added, never removed. */
  customAttributes?: CustomAttributeArgs[];
  triggers?: UserPoolTriggerArgs;
  /** Refuse to delete the pool. Default: true. */
  deletionProtection?: boolean;
  tags?: Tags;
}

/** Defaults of a pool's arguments. */
export const userPoolDefaults = {
  signIn: [SignInAlias.Email],
  selfSignUp: true,
  mfa: Mfa.Optional as Mfa,
  threatProtection: ThreatProtection.Off,
  deletionProtection: true,
};

/** Defaults for passwords. */
export const passwordDefaults = {
  minimumLength: 12,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  history: 5,
  temporaryValidityDays: 3,
};

/** The tier that the arguments need. */
export function findTier({ tier, threatProtection = ThreatProtection.Off }: UserPoolArgs): UserPoolTier {
  return tier ?? (threatProtection === ThreatProtection.Off ? UserPoolTier.Essentials : UserPoolTier.Plus);
}
