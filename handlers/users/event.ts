/** A request as API Gateway hands it over: by a REST API (payload 1.0) or by an HTTP API (payload 2.0). */
import {
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2WithRequestContext,
  type APIGatewayEventRequestContextV2,
} from "aws-lambda";

/** What an HTTP API knows of its caller: one of these, by the kind of the route's authorizer. */
interface Authorizer {
  jwt?: { claims: Record<string, unknown> };
  lambda?: Record<string, unknown> | null;
  iam?: { userArn?: string | null; cognitoIdentity?: { identityId?: string } | null };
}

type HttpApiEvent = APIGatewayProxyEventV2WithRequestContext<
  APIGatewayEventRequestContextV2 & { authorizer?: Authorizer }
>;

export type Event = APIGatewayProxyEvent | HttpApiEvent;

/** For example `GET /users/{id}`. */
export const readRoute = (event: Event): string =>
  "routeKey" in event ? event.routeKey : `${event.httpMethod} ${event.resource}`;

/**
 * Who calls, so that one caller's idempotency keys mean nothing for another. All identities of an identity pool sign with
 * one role and one session name: the ARN is the same, and the identity distinguishes them.
 */
export function findCaller(event: Event): string {
  return ("routeKey" in event ? httpCaller(event) : restCaller(event)) ?? "anonymous";
}

function httpCaller({ requestContext }: HttpApiEvent): string | undefined {
  const { jwt, lambda, iam } = requestContext.authorizer ?? {};
  return (
    text(jwt?.claims.sub) ??
    text(lambda?.principalId) ??
    text(lambda?.sub) ??
    text(iam?.cognitoIdentity?.identityId) ??
    text(iam?.userArn)
  );
}

function restCaller({ requestContext }: APIGatewayProxyEvent): string | undefined {
  const { authorizer, identity } = requestContext;
  const claims = authorizer?.claims as { sub?: string } | undefined;
  return (
    text(claims?.sub) ?? text(authorizer?.principalId) ?? text(identity.cognitoIdentityId) ?? text(identity.userArn)
  );
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
