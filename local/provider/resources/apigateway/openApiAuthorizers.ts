import type * as sdk from "@aws-sdk/client-api-gateway";
import { type Aws } from "../../frame/aws";
import { asNode, isNode, type Node, type OpenApi, type Operation, readText } from "./openApi";

/** The authorization settings that a security scheme gives a method. */
export type Authorization = Partial<
  Pick<sdk.PutMethodRequest, "apiKeyRequired" | "authorizationType" | "authorizerId" | "authorizationScopes">
>;

/** Makes an authorizer for each security scheme that describes one. @returns the settings of methods, by scheme */
export async function importAuthorizers(
  restApiId: string,
  { securitySchemes }: OpenApi,
  client: Aws["apigateway"],
): Promise<Record<string, Authorization>> {
  const made: Record<string, Authorization> = {};
  for (const [name, scheme] of Object.entries(securitySchemes)) {
    const authorizer = scheme["x-amazon-apigateway-authorizer"];
    const header = readText(scheme.name);
    if (!isNode(authorizer)) {
      if (readText(scheme["x-amazon-apigateway-authtype"])?.toLowerCase() === "awssigv4")
        made[name] = { authorizationType: "AWS_IAM" };
      else if (scheme.type === "apiKey" && header?.toLowerCase() === "x-api-key") made[name] = { apiKeyRequired: true };
      continue;
    }
    const type = readText(authorizer.type)?.toUpperCase() as sdk.AuthorizerType;
    const place = scheme.in === "query" ? "querystring" : "header";
    const { id } = await client.createAuthorizer({
      restApiId,
      name,
      type,
      authorizerUri: readText(authorizer.authorizerUri),
      authorizerCredentials: readText(authorizer.authorizerCredentials),
      authorizerResultTtlInSeconds: readTtl(authorizer),
      identitySource: readText(authorizer.identitySource) ?? `method.request.${place}.${header ?? "Authorization"}`,
      identityValidationExpression: readText(authorizer.identityValidationExpression),
      providerARNs: Array.isArray(authorizer.providerARNs) ? authorizer.providerARNs.map(String) : undefined,
    });
    const authorizationType = type === "COGNITO_USER_POOLS" ? type : "CUSTOM";
    made[name] = { authorizationType, authorizerId: id };
  }
  return made;
}

const readTtl = ({ authorizerResultTtlInSeconds: ttl }: Node): number | undefined =>
  ttl === undefined ? undefined : Number(ttl);

/** A method's settings from its schemes: the first authorizer, and an API key if one is required. */
export function readAuthorization(
  { security, node }: Pick<Operation, "security" | "node">,
  schemes: Readonly<Record<string, Authorization>>,
): Authorization & { authorizationType: string } {
  const asked = security.flatMap((each) => Object.entries(each)).filter(([name]) => schemes[name]);
  const authorizing = asked.find(([name]) => schemes[name]!.authorizationType);
  const [name = "", scopes] = authorizing ?? [];
  const own = readText(asNode(node["x-amazon-apigateway-auth"]).type);
  return {
    ...schemes[name],
    authorizationType: schemes[name]?.authorizationType ?? own ?? "NONE",
    ...(Array.isArray(scopes) && scopes.length > 0 && { authorizationScopes: scopes.map(String) }),
    apiKeyRequired: asked.some(([each]) => schemes[each]!.apiKeyRequired),
  };
}
