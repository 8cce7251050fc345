/** Answers with what API Gateway told it: a REST API (payload 1.0) or an HTTP API (payload 2.0). */
import { type APIGatewayProxyEvent, type APIGatewayProxyResult } from "aws-lambda";

export function handler(event: APIGatewayProxyEvent & { version?: string }): Promise<APIGatewayProxyResult> {
  const { authorizer } = event.requestContext;
  const { pathParameters, queryStringParameters, body, stageVariables, version } = event;
  return Promise.resolve({
    statusCode: 200,
    headers: { "Access-Control-Allow-Origin": "https://www.example.com" },
    body: JSON.stringify({ authorizer, pathParameters, queryStringParameters, body, stageVariables, version }),
  });
}
