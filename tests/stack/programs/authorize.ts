/** Lets in whoever says "open sesame", as a token or in a query; an HTTP API is answered in its simple form. */
import {
  type APIGatewayAuthorizerResult,
  type APIGatewayRequestAuthorizerEvent,
  type APIGatewayRequestAuthorizerEventV2,
  type APIGatewaySimpleAuthorizerWithContextResult,
  type APIGatewayTokenAuthorizerEvent,
} from "aws-lambda";

type RestEvent = APIGatewayTokenAuthorizerEvent | APIGatewayRequestAuthorizerEvent;
type Answer = APIGatewayAuthorizerResult | APIGatewaySimpleAuthorizerWithContextResult<{ principalId: string }>;

export function handler(event: RestEvent | APIGatewayRequestAuthorizerEventV2): Promise<Answer> {
  const principalId = "ali-baba";
  const words = event.type === "TOKEN" ? event.authorizationToken : event.queryStringParameters?.words;
  const isAuthorized = words === "open sesame";
  if ("routeArn" in event) return Promise.resolve({ isAuthorized, context: { principalId } });
  const Effect = isAuthorized ? "Allow" : "Deny";
  return Promise.resolve({
    principalId,
    policyDocument: {
      Version: "2012-10-17",
      Statement: [{ Action: "execute-api:Invoke", Effect, Resource: event.methodArn }],
    },
  });
}
