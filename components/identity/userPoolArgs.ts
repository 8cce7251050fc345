import type * as pulumi from "@pulumi/pulumi";
import { type Function } from "../function/function";
import { type UserPoolClientArgs } from "./userPoolClientArgs";
import { type Tags } from "../core/tags";

/** What people may sign in with. */
export const SignInAlias = {
  Email: "email",
  /** Needs text messages, which cost money and an SNS spending limit. */
  Phone: "phone_number",
  /** A name that each user chooses once; the other aliases then stand next to it. */
  Username: "username",
  /** A name that users may change; only next to Username. */
  PreferredUsername: "preferred_username",
} as const;
export type SignInAlias = (typeof SignInAlias)[keyof typeof SignInAlias];

/** Second factor of a sign-in: a time-based one-time password (TOTP) from an authenticator app. */
export const Mfa = {
  Off: "OFF",
  /** Each user decides. */
  Optional: "OPTIONAL",
  /** Nobody signs in without. */
  Required: "ON",
} as const;
export type Mfa = (typeof Mfa)[keyof typeof Mfa];

/** What Cognito does about leaked passwords and suspicious sign-ins. */
export const ThreatProtection = {
  Off: "OFF",
  /** It only reports. */
  Audit: "AUDIT",
  /** It also asks for a second factor, or blocks. */
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

/** What a password must be like. */
export interface PasswordPolicyArgs {
  /** Characters, 6 to 99. Default: 12 (Cognito's own is 8). */
  minimumLength?: number;
  /** Default: true. */
  requireLowercase?: boolean;
  /** Default: true. */
  requireUppercase?: boolean;
  /** Default: true. */
  requireNumbers?: boolean;
  /** Default: true. */
  requireSymbols?: boolean;
  /** Earlier passwords that cannot be taken again, 0 to 24. Default: 5; 0 on the tier Lite, which has none. */
  history?: number;
  /** Days that a temporary password is valid, 1 to 365. Default: 3 (Cognito's own is 7). */
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

/** Who sends the pool's e-mails. Without it Cognito does, at most 50 a day. */
export interface UserPoolEmailArgs {
  /** ARN of a verified SES identity. */
  sesIdentityArn: pulumi.Input<string>;
  /** For example `Shop <hello@shop.example>`. */
  from: string;
  replyTo?: string;
}

/** Where the pool's own sign-in pages and OAuth endpoints are. */
export interface UserPoolDomainArgs {
  /** First part of PREFIX.auth.REGION.amazoncognito.com, or a whole name with `certificateArn`. */
  domain: string;
  /** ACM certificate of a domain of your own, in us-east-1. */
  certificateArn?: pulumi.Input<string>;
  /** The newer sign-in pages (managed login, not on the tier Lite) instead of the classic ones. Default: true but on Lite. */
  managedLogin?: boolean;
}

/** A group of users; its name is in their tokens, in the claim `cognito:groups`. */
export interface UserPoolGroupArgs {
  name: string;
  description?: string;
  /** 0 or more; of a user's groups the one with the lowest counts first. Default: none. */
  precedence?: number;
}

/** An API that tokens can be for, and what they can allow there: `IDENTIFIER/SCOPE`. */
export interface ResourceServerArgs {
  /** For example https://api.example.com, or a name. */
  identifier: string;
  /** Descriptions by scope; 1 to 100. */
  scopes: Record<string, string>;
}

/** Functions that Cognito calls. Each has five seconds to answer, and a failure ends the sign-up or sign-in. */
export interface UserPoolTriggerArgs {
  /** Before a user is made: refuse, confirm at once, or verify. */
  preSignUp?: Function;
  /** After a user has confirmed. */
  postConfirmation?: Function;
  /** Before tokens are made: add or remove claims and scopes, in ID and access tokens (version 2 of the event; not on Lite). */
  preTokenGeneration?: Function;
}

/** A value of a user that is not one of OpenID Connect's. Apps read it as `custom:NAME` and, by default, cannot write it. */
export interface CustomAttributeArgs {
  /** 1 to 20 characters, without `custom:`. */
  name: string;
  /** Default: true. Whether it may change: that cannot be decided again. */
  mutable?: boolean;
  /** Characters, at most 2,048. Default: 2,048. */
  maxLength?: number;
}

/** Arguments of a {@link UserPool}. */
export interface UserPoolArgs {
  /** Default: e-mail. It can never be changed: that makes a new pool, without the users. */
  signIn?: SignInAlias[];
  /** Let anybody sign up. Default: true; false, and only administrators make users. */
  selfSignUp?: boolean;
  passwordPolicy?: PasswordPolicyArgs;
  /** Default: Optional. */
  mfa?: Mfa;
  /** Default: Off. Anything else needs the tier Plus. */
  threatProtection?: ThreatProtection;
  /** Default: Essentials; Plus with threat protection. */
  tier?: UserPoolTier;
  verification?: VerificationArgs;
  /** Default: Cognito sends, at most 50 e-mails a day: not for production. */
  email?: UserPoolEmailArgs;
  /** Default: none, and apps sign users in by the API alone. */
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

/** What a pool has when its arguments do not say. */
export const userPoolDefaults = {
  signIn: [SignInAlias.Email],
  selfSignUp: true,
  mfa: Mfa.Optional as Mfa,
  threatProtection: ThreatProtection.Off,
  deletionProtection: true,
};

/** What passwords must be like when the arguments do not say. */
export const passwordDefaults = {
  minimumLength: 12,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  history: 5,
  temporaryValidityDays: 3,
};

/** The tier that the arguments ask for. */
export function findTier({ tier, threatProtection = ThreatProtection.Off }: UserPoolArgs): UserPoolTier {
  return tier ?? (threatProtection === ThreatProtection.Off ? UserPoolTier.Essentials : UserPoolTier.Plus);
}
