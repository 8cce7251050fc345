/** Answers with what API Gateway told it. */
import { type APIGatewayProxyEvent, type APIGatewayProxyResult } from "aws-lambda";

export function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const { authorizer } = event.requestContext;
  const { pathParameters, queryStringParameters, body, stageVariables } = event;
  return Promise.resolve({
    statusCode: 200,
    headers: { "Access-Control-Allow-Origin": "https://www.example.com" },
    body: JSON.stringify({ authorizer, pathParameters, queryStringParameters, body, stageVariables }),
  });
}
