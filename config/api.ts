import { z } from "zod";
import {
  apiDefaults,
  eventStreamDefaults,
  httpApiDefaults,
  IAM,
  TokenJudge,
  usersApiDefaults,
  webAclDefaults,
} from "../components";

/** APIs, and what guards and feeds them. */
export const apiKeys = {
  usersApi: z
    .strictObject({
      enabled: z.boolean().default(true),
      timeoutSeconds: z.int().default(usersApiDefaults.timeoutSeconds),
      idempotencyHours: z.int().default(usersApiDefaults.idempotencyHours),
      rateLimit: z.int().default(apiDefaults.throttle.rateLimit),
      burstLimit: z.int().default(apiDefaults.throttle.burstLimit),
      corsOrigin: z.string().default(""),
      accountLogs: z.boolean().default(true),
      authorizer: z.enum([IAM, ...Object.values(TokenJudge)]).optional(),
    })
    .transform(({ rateLimit, burstLimit, corsOrigin, ...api }) => ({
      ...api,
      throttle: { rateLimit, burstLimit },
      cors: corsOrigin ? { origin: corsOrigin } : undefined,
    }))
    .prefault({}),
  webAcl: z
    .strictObject({
      enabled: z.boolean().default(false),
      rateLimit: z.int().default(webAclDefaults.rateLimit),
      countOnly: z.boolean().default(webAclDefaults.countOnly),
    })
    .prefault({}),
  httpApi: z
    .strictObject({
      enabled: z.boolean().default(false),
      rateLimit: z.int().default(httpApiDefaults.throttle.rateLimit),
      burstLimit: z.int().default(httpApiDefaults.throttle.burstLimit),
      corsOrigins: z.array(z.string()).default([]),
    })
    .transform(({ enabled, rateLimit, burstLimit, corsOrigins }) => ({
      enabled,
      throttle: { rateLimit, burstLimit },
      cors: corsOrigins.length > 0 ? { origins: corsOrigins } : undefined,
    }))
    .prefault({}),
  eventIngest: z
    .strictObject({
      enabled: z.boolean().default(false),
      shards: z.int().default(eventStreamDefaults.shards),
      retentionHours: z.int().default(eventStreamDefaults.retentionHours),
    })
    .prefault({}),
};
