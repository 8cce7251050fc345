/** Finds the token in the events of both kinds of authorizer. */
import { type APIGatewayAuthorizerEvent } from "aws-lambda";

/** The bearer token of a request; undefined where there is none, or more than one. */
export function bearerToken(event: APIGatewayAuthorizerEvent): string | undefined {
  const values = event.type === "TOKEN" ? [event.authorizationToken] : authorizationHeaders(event);
  const [value, ...more] = values;
  if (more.length > 0) return undefined;
  return /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(value?.trim() ?? "")?.[1];
}

type RequestEvent = Exclude<APIGatewayAuthorizerEvent, { type: "TOKEN" }>;

/** Names of headers come in any case, and a header that is sent twice comes as a list next to its last value. */
function authorizationHeaders({ headers, multiValueHeaders }: RequestEvent): string[] {
  const found = (all: Record<string, unknown> | null | undefined): unknown[] =>
    Object.entries(all ?? {}).flatMap(([name, value]) => (name.toLowerCase() === "authorization" ? value : []));
  const lists = found(multiValueHeaders);
  return (lists.length > 0 ? lists : found(headers)).filter((value) => typeof value === "string");
}
