/** Users over HTTP: create, read, update, delete and list. Lambda entry point, for a REST API or an HTTP API. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type APIGatewayProxyResult, type Context } from "aws-lambda";

import { clientSettings } from "../aws";
import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { findCaller, type Event, readRoute } from "./event";
import { broken, busy, noSuchRoute, Problem, problemBody, tooLarge } from "./problem";
import { type Answer, type Call, UserService } from "./service";
import { settingsSchema } from "./settings";
import { UserStore } from "./store";
import { MAX_BODY } from "./user";

const settings = readEnvironment(settingsSchema);
const store = new UserStore(new DynamoDBClient(clientSettings), settings.USERS_TABLE);
const service = new UserService(store, settings.IDEMPOTENCY_HOURS * 3_600);

const routes: Record<string, (call: Call) => Promise<Answer>> = {
  "POST /users": (call) => service.create(call),
  "GET /users": (call) => service.list(call),
  "GET /users/{id}": (call) => service.read(call),
  "PUT /users/{id}": (call) => service.update(call),
  "DELETE /users/{id}": (call) => service.delete(call),
};

/** Errors of DynamoDB that pass: the same request can succeed later. */
const passing = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionCanceledException",
  "TransactionConflictException",
  "TransactionInProgressException",
  "TimeoutError",
]);

function parseCall(event: Event): Call {
  const body = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (body.length > MAX_BODY) throw tooLarge(MAX_BODY);
  const headers = Object.fromEntries(
    Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const),
  );
  return {
    caller: findCaller(event),
    id: event.pathParameters?.id,
    body,
    headers,
    query: event.queryStringParameters ?? {},
  };
}

/** What the answer says of an error: what we wrote for callers, and of anything else only whose fault it is. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const isPassing = error instanceof Error && passing.has(error.name);
  if (isPassing) logger.warn("DynamoDB is busy: the caller may retry", error);
  else logger.error("request failed", error as Error);
  metrics.addMetric(isPassing ? "RequestsDeferred" : "RequestsFailed", MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  return isPassing ? busy() : broken();
}

function answer(status: number, headers: Record<string, string>, body: string): APIGatewayProxyResult {
  const cors = settings.CORS_ORIGIN && {
    "Access-Control-Allow-Origin": settings.CORS_ORIGIN,
    "Access-Control-Expose-Headers": "ETag, Location, Retry-After",
    Vary: "Origin",
  };
  return { statusCode: status, headers: { "Cache-Control": "no-store", ...headers, ...cors }, body };
}

export async function handler(event: Event, context: Context): Promise<APIGatewayProxyResult> {
  logger.addContext(context);
  try {
    const route = routes[readRoute(event)];
    if (!route) throw noSuchRoute();
    const { status, headers, body } = await route(parseCall(event));
    const type = body === undefined ? undefined : { "Content-Type": "application/json" };
    return answer(status, { ...type, ...headers }, body === undefined ? "" : JSON.stringify(body));
  } catch (error) {
    const problem = toProblem(error);
    const headers = { "Content-Type": "application/problem+json", ...problem.headers };
    return answer(problem.status, headers, problemBody(problem, event.requestContext.requestId));
  }
}
