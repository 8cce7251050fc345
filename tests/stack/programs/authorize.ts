/** Lets in whoever says "open sesame", as a token or in a query. */
import {
  type APIGatewayAuthorizerResult,
  type APIGatewayRequestAuthorizerEvent,
  type APIGatewayTokenAuthorizerEvent,
} from "aws-lambda";

type Event = APIGatewayTokenAuthorizerEvent | APIGatewayRequestAuthorizerEvent;

export function handler(event: Event): Promise<APIGatewayAuthorizerResult> {
  const words = event.type === "TOKEN" ? event.authorizationToken : event.queryStringParameters?.words;
  const Effect = words === "open sesame" ? "Allow" : "Deny";
  return Promise.resolve({
    principalId: "ali-baba",
    policyDocument: {
      Version: "2012-10-17",
      Statement: [{ Action: "execute-api:Invoke", Effect, Resource: event.methodArn }],
    },
  });
}
