import { type Properties, unknownValue } from "../../frame/values";
import { type RestApiArgs, type Route } from "./args";
import { authorizerScheme } from "./authorizers";
import { type Parts } from "./parts";

/** A route that invokes a function. */
interface Invoked {
  method: string;
  path: string;
  functionName: unknown;
}

const anyMethod = "x-amazon-apigateway-any-method";
const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch"]);
const notFound = {
  statusCode: 404,
  responseTemplates: { "application/json": '{"message": "404 Not found" }' },
};

/** The OpenAPI document of an API, built route by route. */
export class OpenApiDocument {
  readonly invoked: Invoked[] = [];
  private readonly paths: Record<string, Properties> = {};
  private readonly schemes: Record<string, Properties> = {};

  constructor(
    readonly name: string,
    private readonly args: RestApiArgs,
    readonly parts: Parts,
  ) {}

  get content(): Properties {
    const { args } = this;
    const validator = (body: boolean, parameters: boolean): Properties => ({
      validateRequestBody: body,
      validateRequestParameters: parameters,
    });
    return {
      swagger: "2.0",
      info: { title: this.name, version: "1.0" },
      paths: this.paths,
      "x-amazon-apigateway-binary-media-types": args.binaryMediaTypes ?? ["*/*"],
      "x-amazon-apigateway-gateway-responses": {
        MISSING_AUTHENTICATION_TOKEN: notFound,
        ACCESS_DENIED: notFound,
        ...args.gatewayResponses,
      },
      "x-amazon-apigateway-api-key-source": args.apiKeySource ?? "HEADER",
      ...(args.requestValidator && {
        "x-amazon-apigateway-request-validators": {
          ALL: validator(true, true),
          BODY_ONLY: validator(true, false),
          PARAMS_ONLY: validator(false, true),
        },
        "x-amazon-apigateway-request-validator": args.requestValidator,
      }),
      ...(Object.keys(this.schemes).length && { securityDefinitions: this.schemes }),
    };
  }

  /** Adds a route of a function, of an integration or of an operation that is written out. */
  async add(route: Route): Promise<void> {
    const { path, method } = route;
    const kind = (["eventHandler", "target", "data"] as const).find((key) => route[key] !== undefined);
    if (!kind) throw new Error(`route ${path}: neither eventHandler, localPath, target nor data is given`);
    if (kind === "target") return this.addIntegration(route);
    if (method === undefined) throw new Error(`route ${path}: its method is not given`);
    if (kind === "data") {
      this.put(path, methodKey(method), route.data!);
      return;
    }
    const { functionName, arn } = await this.parts.findFunction(route.eventHandler);
    const uri = await this.parts.serviceArn("lambda:path/2015-03-31/functions/", [arn, "/invocations"]);
    const integration = { uri, passthroughBehavior: "when_no_match", httpMethod: "POST", type: "aws_proxy" };
    this.put(path, methodKey(method), await this.operation(route, integration));
    this.invoked.push({ method, path, functionName });
  }

  put(path: string, method: string, operation: Properties): void {
    (this.paths[path] ??= {})[method] = operation;
  }

  /** An operation with what the route asks of each request. */
  async operation(route: Route, integration: Properties, more: Properties = {}): Promise<Properties> {
    const authorizers = [route.authorizers ?? []].flat();
    const security: Properties[] = [];
    for (const authorizer of authorizers) {
      const name = authorizer.authorizerName ?? `${this.name}-authorizer-${Object.keys(this.schemes).length}`;
      this.schemes[name] ??= await authorizerScheme(name, authorizer, this.parts);
      security.push({ [name]: authorizer.handler ? [] : (authorizer.methodsToAuthorize ?? []) });
    }
    if (route.apiKeyRequired) {
      this.schemes.api_key = { type: "apiKey", name: "x-api-key", in: "header" };
      security.push({ api_key: [] });
    }
    const parameters = [
      ...((more.parameters ?? []) as Properties[]),
      ...(route.requiredParameters ?? []).map((parameter) => ({ ...parameter, required: true })),
    ];
    return {
      ...more,
      "x-amazon-apigateway-integration": integration,
      ...(security.length && { security }),
      ...(parameters.length && { parameters }),
      ...(route.requestValidator && { "x-amazon-apigateway-request-validator": route.requestValidator }),
      ...(route.iamAuthEnabled && { "x-amazon-apigateway-auth": { type: "AWS_IAM" } }),
    };
  }

  /** A path and all below it, handed to another server. */
  private async addIntegration(route: Route): Promise<void> {
    const { type = "http_proxy", passthroughBehavior = "when_no_match", uri, ...others } = route.target!;
    const base = withEnd(route.path);
    for (const proxied of [false, true]) {
      const known = typeof uri === "string" && uri !== unknownValue;
      const integration = {
        ...others,
        responses: { default: { statusCode: "200" } },
        uri: known ? `${withEnd(uri)}${proxied ? "{proxy}" : ""}` : unknownValue,
        type,
        passthroughBehavior,
        httpMethod: "ANY",
        ...(proxied && { requestParameters: { "integration.request.path.proxy": "method.request.path.proxy" } }),
      };
      const operation = await this.operation(route, integration, proxied ? pathParameter("proxy") : {});
      this.put(proxied ? `${base}{proxy+}` : base, anyMethod, operation);
    }
  }
}

/** A path or an address with the slash after which others follow. */
export const withEnd = (path: string): string => (path.endsWith("/") ? path : `${path}/`);

export const pathParameter = (name: string): Properties => ({
  parameters: [{ name, in: "path", required: true, type: "string" }],
});

/** An HTTP method as the document has it. */
export function methodKey(method: string): string {
  const key = method.toLowerCase();
  if (key === "any") return anyMethod;
  if (!methods.has(key)) throw new Error(`method ${method}: not one of ANY, ${[...methods].join(", ").toUpperCase()}`);
  return key;
}
