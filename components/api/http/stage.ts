import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { requestFields } from "../accessLog";
import { type ThrottleArgs } from "../rest/args";
import { type HttpApiArgs } from "./args";

/** One line of the access log. Caller, request, duration and error; no headers, bodies or tokens. */
const ACCESS_LOG = {
  ...requestFields,
  subject: "$context.authorizer.claims.sub",
  client: "$context.authorizer.claims.client_id",
  method: "$context.httpMethod",
  path: "$context.path",
  route: "$context.routeKey",
  status: "$context.status",
  responseBytes: "$context.responseLength",
  latencyMs: "$context.responseLatency",
  integrationLatencyMs: "$context.integrationLatency",
  integrationStatus: "$context.integrationStatus",
  error: "$context.error.responseType",
  authorizerError: "$context.authorizer.error",
  integrationError: "$context.integrationErrorMessage",
};

/** The stage that callers use: changes of routes are live at once, without a deployment. */
export function createHttpStage(
  name: string,
  target: { apiId: pulumi.Input<string>; logGroup: aws.cloudwatch.LogGroup },
  { stageName, variables, throttle, routes, tags }: HttpApiArgs & { stageName: string; throttle: ThrottleArgs },
  opts: pulumi.CustomResourceOptions,
): aws.apigatewayv2.Stage {
  const throttleSettings = ({ rateLimit, burstLimit }: ThrottleArgs) => ({
    throttlingRateLimit: rateLimit,
    throttlingBurstLimit: burstLimit,
    detailedMetricsEnabled: true,
  });
  return new aws.apigatewayv2.Stage(
    name,
    {
      apiId: target.apiId,
      name: stageName,
      autoDeploy: true,
      stageVariables: variables,
      defaultRouteSettings: throttleSettings(throttle),
      routeSettings: routes.flatMap(({ method, path, throttle: own }) =>
        own ? [{ routeKey: `${method} ${path}`, ...throttleSettings(own) }] : [],
      ),
      accessLogSettings: { destinationArn: target.logGroup.arn, format: JSON.stringify(ACCESS_LOG) },
      tags,
    },
    opts,
  );
}
