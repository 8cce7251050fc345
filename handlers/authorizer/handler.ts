/** Token → policy for REST APIs (TOKEN and REQUEST authorizers), token → yes or no for HTTP APIs. Lambda entry point. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import {
  type APIGatewayAuthorizerResult,
  type APIGatewaySimpleAuthorizerWithContextResult,
  type Context,
} from "aws-lambda";

import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { readCaller } from "./caller";
import { isAllowed, policyFor } from "./policy";
import { isRefusal } from "./refusal";
import { settingsSchema } from "./settings";
import { type AuthorizerEvent, bearerToken } from "./token";
import { verifierFor } from "./verifier";

const settings = readEnvironment(settingsSchema);
const verifier = verifierFor({
  userPoolId: settings.USER_POOL_ID,
  clientIds: settings.CLIENT_IDS,
  tokenUse: settings.TOKEN_USE,
  endpoint: process.env.AWS_ENDPOINT_URL,
});

/** API Gateway answers 401 to exactly this message, and 500 to any other. */
const unauthorized = "Unauthorized";

function refuse(reason: string): never {
  // Neither the token nor what it claims goes into the log: it was not verified.
  logger.warn("token refused", { reason });
  metrics.addMetric("TokensRefused", MetricUnit.Count, 1);
  throw new Error(unauthorized);
}

async function findCaller(event: AuthorizerEvent) {
  const token = bearerToken(event);
  if (token === undefined) return refuse("no bearer token");
  return readCaller(await verified(token)) ?? refuse("other claims than a token of the pool has");
}

async function verified(token: string) {
  try {
    return await verifier.verify(token);
  } catch (error) {
    if (isRefusal(error)) return refuse(error.name);
    logger.error("the pool's keys cannot be fetched", error as Error);
    metrics.addMetric("KeysUnavailable", MetricUnit.Count, 1);
    throw error;
  }
}

type Caller = Omit<NonNullable<ReturnType<typeof readCaller>>, "scopes" | "groups"> & {
  scopes: string;
  groups: string;
};
type Answer = APIGatewayAuthorizerResult | APIGatewaySimpleAuthorizerWithContextResult<Caller>;

/**
 * What the caller of an API may do with its token. A token that fails a check is a 401; one that lacks a right gets a
 * policy that denies (from an HTTP API: a no), a 403.
 * @throws Error when the pool's keys cannot be fetched: a 500, and nobody is let in
 */
export async function handler(event: AuthorizerEvent, context: Context): Promise<Answer> {
  logger.addContext(context);
  try {
    const caller = await findCaller(event);
    metrics.addMetric("TokensAccepted", MetricUnit.Count, 1);
    // Texts only: what a function behind the route finds in its requestContext.authorizer.
    const texts: Caller = { ...caller, scopes: caller.scopes.join(" "), groups: caller.groups.join(" ") };
    if ("routeArn" in event) return { isAuthorized: isAllowed(event.routeArn, settings.RULES, caller), context: texts };
    const policyDocument = policyFor(event.methodArn, settings.RULES, caller);
    return { principalId: caller.sub, policyDocument, context: { ...texts } };
  } finally {
    metrics.publishStoredMetrics();
  }
}
