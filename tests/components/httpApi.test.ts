import assert from "node:assert/strict";
import {
  ArgumentError,
  Function,
  HttpApi,
  type HttpApiArgs,
  HttpMethod,
  type HttpRouteArgs,
  type JwtArgs,
} from "../../components";
import { declare, type Declared, one, statements } from "./deploy";

const image = (name: string): Function => new Function(name, { imageUri: "123.dkr.ecr.eu-west-1.amazonaws.com/x:1" });
const jwt: JwtArgs = { issuer: "https://issuer.example.com", audiences: ["app"] };
const open = { method: HttpMethod.Get, path: "/things", public: true };

/** An HTTP API whose routes all have the function "echo". */
type Args = Omit<Partial<HttpApiArgs>, "routes"> & { routes?: Omit<HttpRouteArgs, "function">[] };
const api = (args: Args = {}): Promise<Declared[]> =>
  declare(() => {
    const echo = image("echo");
    return new HttpApi("shop", {
      ...args,
      routes: (args.routes ?? [open]).map((route) => ({ function: echo, ...route })),
    });
  });
const of = (declared: Declared[], kind: string): Declared[] => declared.filter(({ type }) => type.endsWith(`:${kind}`));
const refuses = (args: Args, ...parts: string[]): Promise<void> =>
  assert.rejects(api(args), (error: unknown) => {
    assert.ok(error instanceof ArgumentError);
    for (const part of ['HttpApi "shop"', ...parts])
      assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
    return true;
  });

describe("HttpApi (under Pulumi's mocks)", () => {
  it("asks each route's callers for what the route says", async () => {
    const declared = await declare(() => {
      const [echo, authorize] = [image("echo"), image("authorize")];
      const route = (path: string, more: Partial<HttpRouteArgs>): HttpRouteArgs => ({
        method: HttpMethod.Get,
        path,
        function: echo,
        ...more,
      });
      return new HttpApi("shop", {
        defaultAuthorizer: "people",
        authorizers: { people: { jwt }, words: { function: authorize, ttlSeconds: 60 } },
        routes: [
          route("/default", {}),
          route("/scoped", { scopes: ["shop/read"] }),
          route("/words", { authorizer: "words" }),
          route("/signed", { authorizer: "iam" }),
          route("/public", { public: true }),
        ],
      });
    });
    const asked = of(declared, "Route").map(({ inputs }) => [
      inputs.routeKey,
      inputs.authorizationType,
      inputs.authorizerId,
      inputs.authorizationScopes,
    ]);
    assert.deepEqual(asked.sort(), [
      ["GET /default", "JWT", "shop-people-id", undefined],
      ["GET /public", "NONE", undefined, undefined],
      ["GET /scoped", "JWT", "shop-people-id", ["shop/read"]],
      ["GET /signed", "AWS_IAM", undefined, undefined],
      ["GET /words", "CUSTOM", "shop-words-id", undefined],
    ]);
    const people = one(declared, "aws:apigatewayv2/authorizer:Authorizer", "shop-people");
    assert.deepEqual([people.authorizerType, people.jwtConfiguration], ["JWT", jwt]);
    const words = one(declared, "aws:apigatewayv2/authorizer:Authorizer", "shop-words");
    // What is kept of a function is kept for its route.
    assert.deepEqual(words.identitySources, ["$request.header.Authorization", "$context.routeKey"]);
    assert.deepEqual(people.identitySources, ["$request.header.Authorization"]);
    assert.deepEqual(
      [words.authorizerType, words.enableSimpleResponses, words.authorizerPayloadFormatVersion],
      ["REQUEST", true, "2.0"],
    );
    const [call] = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "shop-words-call").policy);
    assert.deepEqual(
      [call?.Action, call?.Resource],
      ["lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:123456789012:authorize"],
    );
  });

  it("throttles, logs as JSON without tokens, and is live at once when nobody says anything", async () => {
    const stage = one(await api(), "aws:apigatewayv2/stage:Stage");
    assert.deepEqual(stage.defaultRouteSettings, {
      throttlingRateLimit: 100,
      throttlingBurstLimit: 200,
      detailedMetricsEnabled: true,
    });
    assert.deepEqual([stage.name, stage.autoDeploy, stage.routeSettings], ["$default", true, []]);
    const { format } = stage.accessLogSettings as { format: string };
    assert.doesNotMatch(format, /header|body|token/i);
    assert.equal((JSON.parse(format) as { status: string }).status, "$context.status");
  });

  it("a route with a throttle of its own has it on the stage", async () => {
    const throttle = { rateLimit: 1, burstLimit: 2 };
    const stage = one(await api({ routes: [{ ...open, throttle }] }), "aws:apigatewayv2/stage:Stage");
    assert.deepEqual(stage.routeSettings, [
      { routeKey: "GET /things", throttlingRateLimit: 1, throttlingBurstLimit: 2, detailedMetricsEnabled: true },
    ]);
  });

  it("only the route itself can call its function", async () => {
    const routes = [open, { ...open, method: HttpMethod.Any, path: "/files/{path+}" }];
    const declared = await declare(
      () =>
        new HttpApi("shop", { routes: routes.map((route) => ({ ...route, function: image(route.path.slice(1, 6)) })) }),
    );
    const permissions = of(declared, "Permission")
      .map(({ inputs }) => [inputs.function, inputs.sourceArn])
      .sort();
    assert.equal(permissions.length, 2);
    assert.match(String(permissions[0]?.[1]), /\/\*\/files\/\*$/);
    assert.match(String(permissions[1]?.[1]), /\/GET\/things$/);
    assert.deepEqual(
      permissions.map(([name]) => name),
      ["files", "thing"],
    );
  });

  it("is reached at its own name only, with mutual TLS and a DNS record where they are asked for", async () => {
    const domain = {
      name: "api.example.com",
      certificateArn: "arn:c",
      truststoreUri: "s3://trust/ca.pem",
      zoneId: "Z1",
    };
    const declared = await api({ domain });
    assert.equal(one(declared, "aws:apigatewayv2/api:Api").disableExecuteApiEndpoint, true);
    const name = one(declared, "aws:apigatewayv2/domainName:DomainName");
    assert.deepEqual(name.domainNameConfiguration, {
      certificateArn: "arn:c",
      endpointType: "REGIONAL",
      securityPolicy: "TLS_1_2",
    });
    assert.deepEqual(name.mutualTlsAuthentication, { truststoreUri: "s3://trust/ca.pem" });
    assert.equal(one(declared, "aws:apigatewayv2/apiMapping:ApiMapping").stage, "$default");
    const record = one(declared, "aws:route53/record:Record");
    assert.deepEqual([record.zoneId, record.name, record.type], ["Z1", "api.example.com", "A"]);
  });

  it("lets the pages of the named origins use the methods that there are", async () => {
    const declared = await api({
      cors: { origins: ["https://www.example.com"], credentials: true },
      routes: [open, { ...open, method: HttpMethod.Post }],
    });
    assert.deepEqual(one(declared, "aws:apigatewayv2/api:Api").corsConfiguration, {
      allowOrigins: ["https://www.example.com"],
      allowMethods: ["GET", "POST"],
      allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key", "If-Match"],
      exposeHeaders: ["ETag", "Location", "Retry-After"],
      allowCredentials: true,
      maxAge: 3_600,
    });
  });

  it("refuses a route that says neither who may call it nor that anybody may", () =>
    refuses({ routes: [{ ...open, public: undefined }] }, "routes[0].authorizer is missing", "public: true"));

  it("refuses a function with more routes than its policy has room for", () =>
    refuses(
      { routes: Array.from({ length: 41 }, (_, index) => ({ ...open, path: `/things/${index}` })) },
      "41 to the function echo",
    ));

  it("lists everything else that cannot work at once", () =>
    refuses(
      {
        authorizers: {
          both: {},
          slow: { jwt: { issuer: "http://issuer", audiences: [] }, ttlSeconds: 3_601 },
          iam: { jwt },
          people: { jwt },
        },
        stageName: "a b",
        cors: { origins: ["*"], credentials: true },
        throttle: { rateLimit: 0, burstLimit: 9_000 },
        routes: [
          { ...open, path: "users" },
          { ...open, path: "/a/{x+}/b" },
          { ...open, scopes: ["s"] },
          { method: HttpMethod.Get, path: "/both", authorizer: "both", scopes: ["s"], timeoutMs: 30_001 },
          { ...open, path: "/a/{x}" },
          { ...open, path: "/a/{y}" },
        ],
      },
      "authorizers.both is []",
      "authorizers.slow.ttlSeconds is 3601",
      "API Gateway caches only the result of a function",
      "authorizers.slow.jwt.audiences is []",
      'authorizers.slow.jwt.issuer is "http://issuer"',
      'authorizers.iam is "iam"',
      'stageName is "a b"',
      "cors.credentials is true",
      "throttle.rateLimit is 0",
      "throttle.burstLimit is 9000",
      'routes[0].path is "users"',
      "must be the last",
      "routes[2].public is true",
      "routes[3].scopes",
      "routes[3].timeoutMs is 30001",
      "routes[5]",
    ));
});
