import { z } from "zod";
import {
  apiDefaults,
  Consistency,
  eventStreamDefaults,
  httpApiDefaults,
  IAM,
  TokenVerifier,
  usersApiDefaults,
  webAclDefaults,
} from "../../components";
import { type Problem, Problems } from "../../components/core/check";
import { eventStreamProblems } from "../../components/events/streamCheck";
import { httpApiSettingsProblems } from "../../components/api/http/check";
import { usersApiProblems } from "../../components/patterns/usersApiCheck";
import { webAclProblems } from "../../components/edge/webAclCheck";
import { offByDefault, onByDefault, type SettingsOf } from "../area";
import { throttleKeys, underKey } from "../config/problems";
import { type DataSettings } from "../data/settings";
import { type IdentitySettings } from "../identity/settings";

/** APIs, the web ACL in front of them, and the stream behind them. */
export const apiSettings = {
  usersApi: onByDefault({
    timeoutSeconds: z.int().default(usersApiDefaults.timeoutSeconds),
    idempotencyHours: z.int().default(usersApiDefaults.idempotencyHours),
    rateLimit: z.int().default(apiDefaults.throttle.rateLimit),
    burstLimit: z.int().default(apiDefaults.throttle.burstLimit),
    corsOrigin: z.string().default(""),
    accountLogs: z.boolean().default(true),
    authorizer: z.enum([IAM, ...Object.values(TokenVerifier)]).optional(),
  }).transform(({ rateLimit, burstLimit, corsOrigin, ...api }) => ({
    ...api,
    throttle: { rateLimit, burstLimit },
    cors: corsOrigin ? { origin: corsOrigin } : undefined,
  })),
  webAcl: offByDefault({
    rateLimit: z.int().default(webAclDefaults.rateLimit),
    countOnly: z.boolean().default(webAclDefaults.countOnly),
  }),
  httpApi: offByDefault({
    rateLimit: z.int().default(httpApiDefaults.throttle.rateLimit),
    burstLimit: z.int().default(httpApiDefaults.throttle.burstLimit),
    corsOrigins: z.array(z.string()).default([]),
  }).transform(({ enabled, rateLimit, burstLimit, corsOrigins }) => ({
    enabled,
    throttle: { rateLimit, burstLimit },
    cors: corsOrigins.length > 0 ? { origins: corsOrigins } : undefined,
  })),
  eventIngest: offByDefault({
    shards: z.int().default(eventStreamDefaults.shards),
    retentionHours: z.int().default(eventStreamDefaults.retentionHours),
  }),
};

export type ApiSettings = SettingsOf<typeof apiSettings>;

export const apiExamples = {
  "usersApi.authorizer": "userPool",
  "usersApi.corsOrigin": "https://www.example.com",
  "httpApi.corsOrigins": ["https://www.example.com"],
};

/** Who may call the users API: the users of the pool where there is one, unless a stack says otherwise. */
export const usersApiAuthorizer = ({ usersApi, userPool }: ApiSettings & IdentitySettings) =>
  usersApi.authorizer ?? (userPool.enabled ? TokenVerifier.ApiGateway : IAM);

export function apiProblems(settings: ApiSettings & DataSettings & IdentitySettings): Problem[] {
  const { usersApi, webAcl, httpApi, eventIngest, usersTable, userPool } = settings;
  const { authorizer, ...args } = usersApi;
  const isStrong = usersTable.replicaRegions.length > 0 && usersTable.consistency === Consistency.Strong;
  return new Problems()
    .all(underKey("usersApi", usersApiProblems(args), { ...throttleKeys, "cors.origin": "corsOrigin" }))
    .all(underKey("webAcl", webAclProblems(webAcl)))
    .all(underKey("httpApi", httpApiSettingsProblems(httpApi), { ...throttleKeys, "cors.origins": "corsOrigins" }))
    .all(underKey("eventIngest", eventStreamProblems(eventIngest)))
    .that(
      userPool.enabled || usersApiAuthorizer(settings) === IAM,
      "usersApi.authorizer",
      authorizer,
      "without the user pool there are no tokens: use iam, or set userPool.enabled to true",
    )
    .that(
      !isStrong || !usersApi.enabled || usersTable.timeToLiveAttribute !== undefined,
      "usersTable.consistency",
      usersTable.consistency,
      "the users API expires idempotency keys by time to live, which a strongly consistent global table cannot have: " +
        "set usersApi.enabled to false, or use eventual consistency",
    ).list;
}
