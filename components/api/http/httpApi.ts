import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { component } from "../../core/component";
import { apiAlarms } from "../rest/alarms";
import { HttpMethod } from "../rest/args";
import { withDefaults } from "../../core/defaults";
import { type HttpApiArgs, httpApiDefaults, type HttpCorsArgs, httpCorsDefaults } from "./args";
import { findAuthorization, createHttpAuthorizers } from "./authorizers";
import { httpApiProblems } from "./check";
import { Check } from "../../core/check";
import { createHttpDomain } from "./domain";
import { createHttpStage } from "./stage";
import { asCallee } from "../../function/target";

/**
 * An HTTP API: the cheaper kind of API Gateway, for functions and tokens. Routes are data and closed unless declared
 * public; API Gateway itself verifies tokens; it comes with throttling and access logs in JSON, and changes are live at
 * once.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html
 */
@component
export class HttpApi extends pulumi.ComponentResource {
  readonly api: aws.apigatewayv2.Api;
  readonly stage: aws.apigatewayv2.Stage;
  readonly logGroup: aws.cloudwatch.LogGroup;
  readonly apiId: pulumi.Output<string>;
  /** Address of the stage, without a slash at the end. */
  readonly url: pulumi.Output<string>;
  /** Target for the DNS record of `domain`. */
  readonly domainTarget?: pulumi.Output<string>;

  constructor(name: string, args: HttpApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:api:HttpApi", name, {}, opts);
    new Check("HttpApi", name).args(args, httpApiProblems).done();
    const settings = withDefaults(httpApiDefaults, args);
    const { cors, tags } = settings;
    const child = { parent: this };

    this.api = new aws.apigatewayv2.Api(
      name,
      {
        protocolType: "HTTP",
        description: args.description,
        corsConfiguration: cors && corsConfiguration(cors, args),
        disableExecuteApiEndpoint: args.domain && true, // otherwise callers could bypass mutual TLS
        tags,
      },
      child,
    );
    this.apiId = this.api.id;
    const routes = this.addRoutes(name, args);
    this.logGroup = new aws.cloudwatch.LogGroup(
      `${name}-access-logs`,
      // Log groups with this prefix share one delivery policy; other names each add to a policy with little room.
      { namePrefix: `/aws/vendedlogs/apis/${name}-`, retentionInDays: settings.logRetentionDays, tags },
      child,
    );
    this.stage = createHttpStage(name, { apiId: this.apiId, logGroup: this.logGroup }, settings, {
      ...child,
      dependsOn: routes, // API Gateway refuses a throttle for a route that does not exist yet
    });
    this.url = this.stage.invokeUrl.apply((url) => url.replace(/\/$/, ""));
    this.permit(name, args);
    if (args.domain) this.domainTarget = createHttpDomain(name, this.stage, { ...args.domain, tags }, child);
    const dimensions = { ApiId: this.apiId, Stage: settings.stageName };
    apiAlarms(name, { dimensions, serverErrors: "5xx" }, { ...args.alarms, tags }, child);
    this.registerOutputs({ apiId: this.apiId, url: this.url });
  }

  private addRoutes(name: string, args: HttpApiArgs): aws.apigatewayv2.Route[] {
    const child = { parent: this };
    const { apiId } = this;
    const authorizers = createHttpAuthorizers(name, apiId, args, child);
    return args.routes.map((route) => {
      const key = `${name}-${route.method}-${route.path}`;
      const integration = new aws.apigatewayv2.Integration(
        key,
        {
          apiId,
          integrationType: "AWS_PROXY",
          integrationMethod: "POST", // API Gateway always calls Lambda by POST, whatever the route's method
          integrationUri: asCallee(route.function).invokeTargetArn,
          payloadFormatVersion: "2.0",
          timeoutMilliseconds: route.timeoutMs,
        },
        child,
      );
      return new aws.apigatewayv2.Route(
        key,
        {
          apiId,
          routeKey: `${route.method} ${route.path}`,
          target: pulumi.interpolate`integrations/${integration.id}`,
          ...findAuthorization(route, args, authorizers),
        },
        child,
      );
    });
  }

  /** Allows each route of this stage, and nothing else, to call its function. */
  private permit(name: string, { routes }: HttpApiArgs): void {
    for (const { method, path, function: called } of routes) {
      const target = asCallee(called);
      const route = `${method === HttpMethod.Any ? "*" : method}${path.replaceAll(/\{[^/}]+\}/g, "*")}`;
      new aws.lambda.Permission(
        `${name}-${method}-${path}`,
        {
          statementIdPrefix: "http-route-", // a statement's id must not have the other characters of a path
          action: "lambda:InvokeFunction",
          function: target.functionName,
          qualifier: target.alias?.name,
          principal: "apigateway.amazonaws.com",
          sourceArn: pulumi.interpolate`${this.stage.executionArn}/${route}`,
        },
        { parent: this },
      );
    }
  }
}

/** Pages may use the methods of the routes. */
function corsConfiguration(
  cors: HttpCorsArgs,
  { routes }: HttpApiArgs,
): aws.types.input.apigatewayv2.ApiCorsConfiguration {
  const { origins, headers, exposeHeaders, credentials, maxAgeSeconds } = withDefaults(httpCorsDefaults, cors);
  const methods = [...new Set(routes.map(({ method }) => method))];
  return {
    allowOrigins: origins,
    allowMethods: methods.includes(HttpMethod.Any) ? ["*"] : methods,
    allowHeaders: headers,
    exposeHeaders,
    allowCredentials: credentials,
    maxAge: maxAgeSeconds,
  };
}
