import type * as sdk from "@aws-sdk/client-apigatewayv2";
import { type Aws } from "../../frame/aws";
import { isNode, type Node, type OpenApi, readText, readTexts } from "../apigateway/openApi";

type Client = Aws["apigatewayv2"];

/** The CORS settings in a definition. */
export function readCors({ document }: OpenApi): sdk.Cors | undefined {
  const cors = document["x-amazon-apigateway-cors"];
  if (!isNode(cors)) return undefined;
  const list = (value: unknown) =>
    Array.isArray(value) ? value.map(String) : value === undefined ? undefined : [readText(value)!];
  return {
    AllowOrigins: list(cors.allowOrigins),
    AllowMethods: list(cors.allowMethods),
    AllowHeaders: list(cors.allowHeaders),
    ExposeHeaders: list(cors.exposeHeaders),
    AllowCredentials: cors.allowCredentials === true,
    MaxAge: cors.maxAge === undefined ? undefined : Number(cors.maxAge),
  };
}

/** Creates what a document describes in an HTTP API: authorizers, integrations and routes. */
export async function importOpenApi(ApiId: string, openApi: OpenApi, client: Client): Promise<void> {
  const authorizers = await importAuthorizers(ApiId, openApi, client);
  for (const { path, method, security, integration } of openApi.operations) {
    const [scheme, scopes] = security.flatMap((each) => Object.entries(each)).find(([name]) => authorizers[name]) ?? [];
    const { IntegrationId } = integration ? await client.createIntegration(toIntegration(ApiId, integration)) : {};
    await client.createRoute({
      ApiId,
      RouteKey: path === "/$default" || path === "$default" ? "$default" : `${method} ${path}`,
      Target: IntegrationId && `integrations/${IntegrationId}`,
      AuthorizationType: "NONE",
      ...(scheme !== undefined && authorizers[scheme]),
      ...(Array.isArray(scopes) && scopes.length > 0 && { AuthorizationScopes: scopes.map(String) }),
    });
  }
}

/** Removes the routes, integrations and authorizers of an API. */
export async function clearApi(ApiId: string, client: Client): Promise<void> {
  for (const { RouteId } of (await client.getRoutes({ ApiId })).Items ?? [])
    await client.deleteRoute({ ApiId, RouteId });
  for (const { IntegrationId } of (await client.getIntegrations({ ApiId })).Items ?? [])
    await client.deleteIntegration({ ApiId, IntegrationId });
  for (const { AuthorizerId } of (await client.getAuthorizers({ ApiId })).Items ?? [])
    await client.deleteAuthorizer({ ApiId, AuthorizerId });
}

function toIntegration(ApiId: string, node: Node): sdk.CreateIntegrationRequest {
  return {
    ApiId,
    IntegrationType: readText(node.type)?.toUpperCase() as sdk.IntegrationType,
    IntegrationMethod: readText(node.httpMethod),
    IntegrationUri: readText(node.uri),
    PayloadFormatVersion: readText(node.payloadFormatVersion) ?? "1.0",
    RequestParameters: readTexts(node.requestParameters),
    TimeoutInMillis: node.timeoutInMillis === undefined ? undefined : Number(node.timeoutInMillis),
  };
}

type Authorization = Pick<sdk.CreateRouteRequest, "AuthorizationType" | "AuthorizerId">;

/** @returns the settings of routes, by scheme */
async function importAuthorizers(
  ApiId: string,
  { securitySchemes }: OpenApi,
  client: Client,
): Promise<Record<string, Authorization>> {
  const made: Record<string, Authorization> = {};
  for (const [Name, scheme] of Object.entries(securitySchemes)) {
    const authorizer = scheme["x-amazon-apigateway-authorizer"];
    if (!isNode(authorizer)) continue;
    const isJwt = readText(authorizer.type)?.toLowerCase() === "jwt";
    const jwt = isNode(authorizer.jwtConfiguration) ? authorizer.jwtConfiguration : undefined;
    const { AuthorizerId } = await client.createAuthorizer({
      ApiId,
      Name,
      AuthorizerType: isJwt ? "JWT" : "REQUEST",
      AuthorizerUri: readText(authorizer.authorizerUri),
      AuthorizerPayloadFormatVersion: readText(authorizer.authorizerPayloadFormatVersion),
      EnableSimpleResponses: isJwt ? undefined : authorizer.enableSimpleResponses === true,
      IdentitySource: (readText(authorizer.identitySource) ?? "$request.header.Authorization").split(","),
      JwtConfiguration: jwt && { Issuer: readText(jwt.issuer), Audience: [jwt.audience].flat().map(String) },
    });
    made[Name] = { AuthorizationType: isJwt ? "JWT" : "CUSTOM", AuthorizerId };
  }
  return made;
}
