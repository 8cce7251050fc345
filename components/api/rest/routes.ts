import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ApiArgs, AuthorizerType, type CorsArgs, corsDefaults, IAM, NONE, type RouteArgs } from "./args";
import { splitPath } from "./check";
import { type Definition } from "./definition";
import { type DirectIntegration } from "./direct";
import { withDefaults } from "../../core/defaults";
import { asCallee, type FunctionTarget } from "../../function/target";

const JSON_TYPE = "application/json";

type MethodKey = Pick<aws.apigateway.MethodArgs, "restApi" | "resourceId" | "httpMethod">;
type Authorization = Pick<
  aws.apigateway.MethodArgs,
  "authorization" | "authorizerId" | "authorizationScopes" | "apiKeyRequired"
>;
type Validation = Pick<aws.apigateway.MethodArgs, "requestValidatorId" | "requestModels" | "requestParameters">;

/** The API of the routes. */
export interface RouteTarget {
  name: string;
  restApi: aws.apigateway.RestApi;
  definition: Definition;
  /** Authorizers by name. */
  authorizers: Record<string, aws.apigateway.Authorizer>;
  /** The role that API Gateway assumes for direct integrations. */
  directRole?: aws.iam.Role;
  child: pulumi.CustomResourceOptions;
}

/** The methods that call a function. */
export function findInvokeArn(target: FunctionTarget): pulumi.Output<string> {
  const { alias, resource } = asCallee(target);
  return alias?.invokeArn ?? resource.invokeArn;
}

/** Creates the routes of an API and their paths. */
export class Routes {
  private readonly paths = new Map<string, aws.apigateway.Resource>();
  private validator?: aws.apigateway.RequestValidator;

  constructor(private readonly target: RouteTarget) {}

  add(route: RouteArgs, args: ApiArgs): void {
    const { name, definition, restApi, child } = this.target;
    const key = `${name}-${route.method}-${route.path}`;
    const resourceId = this.resourceId(route.path);
    const at = { restApi: restApi.id, resourceId, httpMethod: route.method };
    const method = definition.add(
      aws.apigateway.Method,
      key,
      { ...at, ...this.authorization(route, args), ...this.validation(key, route) },
      child,
    );
    const after = { ...child, dependsOn: [method] };
    const { direct } = route;
    if (direct) this.direct(key, at, { ...route, direct }, args.cors, after);
    if (route.function) {
      definition.add(
        aws.apigateway.Integration,
        key,
        {
          ...at,
          type: "AWS_PROXY",
          integrationHttpMethod: "POST", // API Gateway always calls Lambda by POST, whatever the route's method
          uri: findInvokeArn(route.function),
          timeoutMilliseconds: route.timeoutMs,
        },
        after,
      );
    }
  }

  /** Answers a browser's CORS preflight requests. */
  addPreflights(routes: RouteArgs[], cors: CorsArgs): void {
    const { name, definition, restApi, child } = this.target;
    const { origin, headers, credentials, maxAgeSeconds } = withDefaults(corsDefaults, cors);
    for (const path of new Set(routes.map((route) => route.path))) {
      const key = `${name}-OPTIONS-${path}`;
      const at = { restApi: restApi.id, resourceId: this.resourceId(path), httpMethod: "OPTIONS" };
      const methods = routes.filter((route) => route.path === path).map(({ method }) => method);
      const answer: Record<string, string> = {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Methods": [...methods, "OPTIONS"].join(","),
        "Access-Control-Allow-Headers": headers.join(","),
        "Access-Control-Max-Age": String(maxAgeSeconds),
        Vary: "Origin",
        ...(credentials && { "Access-Control-Allow-Credentials": "true" }),
      };
      const method = definition.add(aws.apigateway.Method, key, { ...at, authorization: "NONE" }, child);
      const integration = definition.add(
        aws.apigateway.Integration,
        key,
        { ...at, type: "MOCK", requestTemplates: { "application/json": '{"statusCode": 204}' } },
        { ...child, dependsOn: [method] },
      );
      this.respond(key, at, { statusCode: "204", headers: answer }, { ...child, dependsOn: [integration] });
    }
  }

  /** One resource for each path segment, shared by the routes. */
  private resourceId(path: string): pulumi.Output<string> {
    const { name, definition, restApi, child } = this.target;
    let parentId = restApi.rootResourceId;
    let at = "";
    for (const pathPart of splitPath(path)) {
      at = `${at}/${pathPart}`;
      let resource = this.paths.get(at);
      if (!resource) {
        resource = definition.add(
          aws.apigateway.Resource,
          `${name}-${at}`,
          { restApi: restApi.id, parentId, pathPart },
          child,
        );
        this.paths.set(at, resource);
      }
      parentId = resource.id;
    }
    return parentId;
  }

  private authorization(route: RouteArgs, { authorizers, defaultAuthorizer = NONE }: ApiArgs): Authorization {
    const { apiKeyRequired, authorizer = defaultAuthorizer } = route;
    if (authorizer === NONE) return { authorization: "NONE", apiKeyRequired };
    if (authorizer === IAM) return { authorization: "AWS_IAM", apiKeyRequired };
    const isPool = authorizers?.[authorizer]?.type === AuthorizerType.UserPool;
    return {
      authorization: isPool ? "COGNITO_USER_POOLS" : "CUSTOM",
      authorizerId: this.target.authorizers[authorizer]?.id,
      authorizationScopes: route.scopes,
      apiKeyRequired,
    };
  }

  /** The validation that API Gateway does before it calls anything. */
  private validation(key: string, { body, requiredParameters = [] }: RouteArgs): Validation {
    if (!body && requiredParameters.length === 0) return {};
    const { name, definition, restApi, child } = this.target;
    this.validator ??= definition.add(
      aws.apigateway.RequestValidator,
      name,
      { restApi: restApi.id, validateRequestBody: true, validateRequestParameters: true },
      child,
    );
    const model =
      body &&
      definition.add(
        aws.apigateway.Model,
        key,
        {
          restApi: restApi.id,
          name: modelName(key),
          contentType: JSON_TYPE,
          schema: JSON.stringify({ $schema: "http://json-schema.org/draft-04/schema#", ...body }),
        },
        child,
      );
    return {
      requestValidatorId: this.validator.id,
      requestModels: model && { [JSON_TYPE]: model.name },
      requestParameters: Object.fromEntries(
        requiredParameters.map((parameter) => [`method.request.${parameter}`, true]),
      ),
    };
  }

  /** A direct integration, with templates for the request and for each response. */
  private direct(
    key: string,
    at: MethodKey,
    { direct, timeoutMs }: RouteArgs & { direct: DirectIntegration },
    cors: CorsArgs | undefined,
    opts: pulumi.CustomResourceOptions,
  ): void {
    const { definition, directRole, child } = this.target;
    const { partition } = aws.getPartitionOutput({}, child);
    const { region } = aws.getRegionOutput({}, child);
    const integration = definition.add(
      aws.apigateway.Integration,
      key,
      {
        ...at,
        type: "AWS",
        integrationHttpMethod: "POST",
        uri: pulumi.interpolate`arn:${partition}:apigateway:${region}:${direct.service}:action/${direct.action}`,
        credentials: directRole?.arn,
        requestParameters: { "integration.request.header.Content-Type": `'${direct.contentType}'` },
        requestTemplates: { [JSON_TYPE]: direct.requestTemplate },
        passthroughBehavior: "NEVER", // refuse other media types instead of passing them through
        timeoutMilliseconds: timeoutMs,
      },
      opts,
    );
    for (const { statusCode, selectionPattern, contentType, template } of direct.responses) {
      const headers = {
        "Content-Type": contentType,
        ...(cors && { "Access-Control-Allow-Origin": cors.origin, Vary: "Origin" }),
      };
      const answer = { statusCode, selectionPattern, headers, template };
      this.respond(key, at, answer, { ...child, dependsOn: [integration] });
    }
  }

  /** One response: the method declares it, and the integration produces it. */
  private respond(
    key: string,
    at: MethodKey,
    answer: { statusCode: string; headers: Record<string, string>; selectionPattern?: string; template?: string },
    opts: pulumi.CustomResourceOptions,
  ): void {
    const { definition } = this.target;
    const { statusCode, selectionPattern, template } = answer;
    const headers = Object.entries(answer.headers);
    const declared = definition.add(
      aws.apigateway.MethodResponse,
      `${key}-${statusCode}`,
      {
        ...at,
        statusCode,
        responseParameters: Object.fromEntries(headers.map(([header]) => [`method.response.header.${header}`, true])),
      },
      opts,
    );
    definition.add(
      aws.apigateway.IntegrationResponse,
      `${key}-${statusCode}`,
      {
        ...at,
        statusCode,
        selectionPattern,
        responseParameters: Object.fromEntries(
          headers.map(([header, value]) => [`method.response.header.${header}`, `'${value}'`]),
        ),
        responseTemplates: template === undefined ? undefined : { [JSON_TYPE]: template },
      },
      { ...opts, dependsOn: [declared] },
    );
  }
}

/** A model's name has letters and digits only: the hash distinguishes paths that differ in other characters. */
function modelName(key: string): string {
  const words = key.replaceAll(/[^A-Za-z0-9]+(.?)/g, (_match, next: string) => next.toUpperCase());
  return `${words.slice(0, 100)}${createHash("sha256").update(key).digest("hex").slice(0, 8)}`;
}
