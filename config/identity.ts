import { z } from "zod";
import { Mfa, passwordDefaults, SignInAlias, tableDefaults, ThreatProtection, userPoolDefaults } from "../components";

/** Who signs in, and what a user owns. */
export const identityKeys = {
  userPool: z
    .strictObject({
      enabled: z.boolean().default(true),
      signIn: z.array(z.enum(SignInAlias)).default(userPoolDefaults.signIn),
      selfSignUp: z.boolean().default(userPoolDefaults.selfSignUp),
      passwordLength: z.int().default(passwordDefaults.minimumLength),
      mfa: z.enum(Mfa).default(userPoolDefaults.mfa),
      threatProtection: z.enum(ThreatProtection).default(userPoolDefaults.threatProtection),
      domain: z.string().default(""),
      managedLogin: z.boolean().default(true),
      callbackUrls: z.array(z.string()).default([]),
      deletionProtection: z.boolean().default(userPoolDefaults.deletionProtection),
    })
    .prefault({}),
  identityPool: z.strictObject({ enabled: z.boolean().default(true), guests: z.boolean().default(false) }).prefault({}),
  ordersTable: z
    .strictObject({
      enabled: z.boolean().default(true),
      recoveryDays: z.int().default(tableDefaults.recoveryDays),
    })
    .prefault({}),
};
