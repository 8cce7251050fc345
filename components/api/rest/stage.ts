import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { requestFields } from "../accessLog";
import { type ApiArgs, type ThrottleArgs, type UsagePlanArgs } from "./args";

/** One line of the access log. Caller, request, duration and error; no headers, bodies or tokens. */
const ACCESS_LOG = {
  ...requestFields,
  principal: "$context.authorizer.principalId",
  method: "$context.httpMethod",
  path: "$context.path",
  route: "$context.resourcePath",
  status: "$context.status",
  responseBytes: "$context.responseLength",
  latencyMs: "$context.responseLatency",
  integrationLatencyMs: "$context.integrationLatency",
  integrationStatus: "$context.integration.status",
  error: "$context.error.responseType",
  validationError: "$context.error.validationErrorString",
  waf: "$context.waf.status",
  trace: "$context.xrayTraceId",
};

/** The stage that callers use, with its logs. */
export function createStage(
  name: string,
  target: {
    restApi: aws.apigateway.RestApi;
    deployment: aws.apigateway.Deployment;
    logGroup: aws.cloudwatch.LogGroup;
  },
  { stageName, variables, tracing, canary, tags }: ApiArgs & { stageName: string },
  opts: pulumi.CustomResourceOptions,
): aws.apigateway.Stage {
  const { restApi, deployment, logGroup } = target;
  return new aws.apigateway.Stage(
    name,
    {
      restApi: restApi.id,
      stageName,
      deployment: canary?.stableDeploymentId ?? deployment.id,
      canarySettings: canary && {
        deploymentId: deployment.id,
        percentTraffic: canary.percent,
        stageVariableOverrides: canary.variables,
      },
      variables,
      xrayTracingEnabled: tracing,
      accessLogSettings: { destinationArn: logGroup.arn, format: JSON.stringify(ACCESS_LOG) },
      tags,
    },
    opts,
  );
}

/** The throttles of the stage and of routes with one, and the metrics of each method. */
export function throttle(
  name: string,
  stage: aws.apigateway.Stage,
  { routes, throttle }: ApiArgs & { throttle: ThrottleArgs },
  opts: pulumi.CustomResourceOptions,
): void {
  const limit = (key: string, methodPath: string, { rateLimit, burstLimit }: ThrottleArgs): void => {
    new aws.apigateway.MethodSettings(
      key,
      {
        restApi: stage.restApi,
        stageName: stage.stageName,
        methodPath,
        settings: {
          throttlingRateLimit: rateLimit,
          throttlingBurstLimit: burstLimit,
          metricsEnabled: true,
          loggingLevel: "ERROR",
          dataTraceEnabled: false, // otherwise bodies and tokens would be logged
        },
      },
      opts,
    );
  };
  limit(`${name}-throttle`, "*/*", throttle);
  for (const { method, path, throttle: own } of routes) {
    if (own) limit(`${name}-throttle-${method}-${path}`, `${path.slice(1)}/${method}`, own);
  }
}

/** Usage plans, and their keys. Returns the ids of the keys by name. */
export function createUsagePlans(
  name: string,
  stage: aws.apigateway.Stage,
  plans: Record<string, UsagePlanArgs>,
  tags: ApiArgs["tags"],
  opts: pulumi.CustomResourceOptions,
): Record<string, pulumi.Output<string>> {
  const ids: Record<string, pulumi.Output<string>> = {};
  for (const [planName, { throttle, quota, keys }] of Object.entries(plans)) {
    const plan = new aws.apigateway.UsagePlan(
      `${name}-${planName}`,
      {
        apiStages: [{ apiId: stage.restApi, stage: stage.stageName }],
        throttleSettings: throttle,
        quotaSettings: quota,
        tags,
      },
      opts,
    );
    for (const keyName of keys) {
      const key = new aws.apigateway.ApiKey(`${name}-${keyName}`, { tags }, opts);
      new aws.apigateway.UsagePlanKey(
        `${name}-${planName}-${keyName}`,
        { usagePlanId: plan.id, keyId: key.id, keyType: "API_KEY" },
        opts,
      );
      ids[keyName] = key.id;
    }
  }
  return ids;
}
