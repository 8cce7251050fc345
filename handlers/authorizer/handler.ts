/** Token → policy, as TOKEN and as REQUEST authorizer of a REST API. Lambda entry point. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { type APIGatewayAuthorizerEvent, type APIGatewayAuthorizerResult, type Context } from "aws-lambda";

import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { policyFor } from "./policy";
import { isRefusal } from "./refusal";
import { settingsSchema } from "./settings";
import { bearerToken } from "./token";
import { readCaller, verifierFor } from "./verifier";

const settings = readEnvironment(settingsSchema);
const verifier = verifierFor(settings);

/** API Gateway answers 401 to exactly this message, and 500 to any other. */
const unauthorized = "Unauthorized";

function refuse(reason: string): never {
  // Neither the token nor what it claims goes into the log: it was not verified.
  logger.warn("token refused", { reason });
  metrics.addMetric("TokensRefused", MetricUnit.Count, 1);
  throw new Error(unauthorized);
}

async function verified(event: APIGatewayAuthorizerEvent) {
  const token = bearerToken(event);
  if (token === undefined) return refuse("no bearer token");
  try {
    return await verifier.verify(token);
  } catch (error) {
    if (isRefusal(error)) return refuse(error.name);
    logger.error("the pool's keys cannot be had", error as Error);
    metrics.addMetric("KeysUnavailable", MetricUnit.Count, 1);
    throw error;
  }
}

/**
 * What the caller of an API may do with its token. A token that fails a check is a 401; one that lacks a right gets a
 * policy that denies, a 403.
 * @throws Error when the pool's keys cannot be fetched: a 500, and nobody is let in
 */
export async function handler(event: APIGatewayAuthorizerEvent, context: Context): Promise<APIGatewayAuthorizerResult> {
  logger.addContext(context);
  try {
    const caller = readCaller(await verified(event));
    metrics.addMetric("TokensAccepted", MetricUnit.Count, 1);
    return {
      principalId: caller.sub,
      policyDocument: policyFor(event.methodArn, settings.RULES, caller),
      // Texts only: what a function behind the route finds in its requestContext.authorizer.
      context: { ...caller, scopes: caller.scopes.join(" "), groups: caller.groups.join(" ") },
    };
  } finally {
    metrics.publishStoredMetrics();
  }
}
