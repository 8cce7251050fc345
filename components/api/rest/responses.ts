import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type CorsArgs } from "./args";
import { type Definition } from "./definition";

/** API Gateway's own responses, in the form of RFC 9457. Those without a status here keep API Gateway's. */
const RESPONSES: { type: string; statusCode?: string; title: string; detail: string }[] = [
  { type: "DEFAULT_4XX", title: "The request was refused", detail: "$context.error.messageString" },
  { type: "DEFAULT_5XX", title: "The service has a problem", detail: '"Try again later."' },
  {
    type: "BAD_REQUEST_BODY",
    statusCode: "400",
    title: "The body is not valid",
    detail: '"$context.error.validationErrorString"',
  },
  {
    type: "BAD_REQUEST_PARAMETERS",
    statusCode: "400",
    title: "A parameter is missing",
    detail: '"$context.error.validationErrorString"',
  },
  { type: "THROTTLED", statusCode: "429", title: "Too many requests", detail: '"Try again later."' },
  {
    type: "QUOTA_EXCEEDED",
    statusCode: "429",
    title: "The quota is used up",
    detail: '"Try again in its next period."',
  },
];

/**
 * API Gateway's own responses: one form for every error, no internal details, and CORS headers, without which browsers
 * hide them from the page.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export function gatewayResponses(
  name: string,
  target: { restApi: aws.apigateway.RestApi; definition: Definition; cors?: CorsArgs },
  opts: pulumi.CustomResourceOptions,
): void {
  const { restApi, definition, cors } = target;
  const headers: Record<string, string> = {
    "Content-Type": "'application/problem+json'",
    ...(cors && { "Access-Control-Allow-Origin": `'${cors.origin}'`, Vary: "'Origin'" }),
    ...(cors?.credentials && { "Access-Control-Allow-Credentials": "'true'" }),
  };
  for (const { type, statusCode, title, detail } of RESPONSES) {
    definition.add(
      aws.apigateway.Response,
      `${name}-${type}`,
      {
        restApiId: restApi.id,
        responseType: type,
        statusCode,
        responseParameters: Object.fromEntries(
          Object.entries(headers).map(([header, value]) => [`gatewayresponse.header.${header}`, value]),
        ),
        responseTemplates: {
          "application/json": `{"type":"about:blank","title":"${title}","detail":${detail},"requestId":"$context.requestId"}`,
        },
      },
      opts,
    );
  }
}
