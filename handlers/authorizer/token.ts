/** Finds the token in the events of every kind of authorizer. */
import { type APIGatewayAuthorizerEvent, type APIGatewayRequestAuthorizerEventV2 } from "aws-lambda";

/** Of a REST API, or of an HTTP API in either format; only format 2.0 has a `routeArn`. */
export type AuthorizerEvent = APIGatewayAuthorizerEvent | APIGatewayRequestAuthorizerEventV2;

/** The bearer token of a request; undefined where there is none, or more than one. */
export function bearerToken(event: AuthorizerEvent): string | undefined {
  const values = event.type === "TOKEN" ? [event.authorizationToken] : authorizationHeaders(event);
  const [value, ...more] = values;
  if (more.length > 0 || typeof value !== "string") return undefined;
  return /^[ \t]*Bearer +([\w-]+\.[\w-]+\.[\w-]+)[ \t]*$/i.exec(value)?.[1];
}

type RequestEvent = Exclude<AuthorizerEvent, { type: "TOKEN" }>;

/** Names of headers come in any case, and a header that is sent twice comes as a list next to its last value. */
function authorizationHeaders(event: RequestEvent): string[] {
  const found = (all: Record<string, unknown> | null | undefined): unknown[] =>
    Object.entries(all ?? {}).flatMap(([name, value]) => (name.toLowerCase() === "authorization" ? value : []));
  const lists = "multiValueHeaders" in event ? found(event.multiValueHeaders) : [];
  return (lists.length > 0 ? lists : found(event.headers)).filter((value) => typeof value === "string");
}
