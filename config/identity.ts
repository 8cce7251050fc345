import { z } from "zod";
import { Mfa, passwordDefaults, SignInAlias, tableDefaults, ThreatProtection, userPoolDefaults } from "../components";

/** Who signs in, and what a user owns. */
export const identityKeys = {
  userPool: z
    .strictObject({
      enabled: z.boolean().default(true),
      signIn: z.array(z.enum(SignInAlias)).min(1).default(userPoolDefaults.signIn),
      selfSignUp: z.boolean().default(userPoolDefaults.selfSignUp),
      passwordLength: z.int().default(passwordDefaults.minimumLength),
      mfa: z.enum(Mfa).default(userPoolDefaults.mfa),
      threatProtection: z.enum(ThreatProtection).default(userPoolDefaults.threatProtection),
      domain: z.string().default(""),
      managedLogin: z.boolean().default(true),
      callbackUrls: z.array(z.string().min(1)).default([]),
      deletionProtection: z.boolean().default(userPoolDefaults.deletionProtection),
    })
    .refine(({ domain, callbackUrls }) => (domain === "") === (callbackUrls.length === 0), {
      path: ["callbackUrls"],
      message:
        "the pages on domain need callbackUrls to lead back to, and callbackUrls need domain: give both, or none",
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
