import assert from "node:assert/strict";
import fc from "fast-check";
import {
  Api,
  type ApiArgs,
  ArgumentError,
  AuthorizerType,
  DirectType,
  EndpointType,
  EventStream,
  Function,
  getItem,
  HttpMethod,
  type RouteArgs,
  TokenVerifier,
  UserPool,
  UsersApi,
} from "../../components";
import { type Declared, declare, one, statements } from "./deploy";

const open: RouteArgs = { method: HttpMethod.Get, path: "/things/{id}", authorizer: "none" };
const table = { tableName: "things", arn: "arn:aws:dynamodb:eu-west-1:123456789012:table/things" };
const image = (name: string) => new Function(name, { imageUri: "123.dkr.ecr.eu-west-1.amazonaws.com/x:1" });

/** An API of which each route without an answer of its own has a function. */
const api = (args: Partial<ApiArgs> = {}): Promise<Declared[]> =>
  declare(() => {
    const echo = image("echo");
    const routes = (args.routes ?? [open]).map((route) => (route.direct ? route : { function: echo, ...route }));
    return new Api("shop", { ...args, routes });
  });
const of = (declared: Declared[], kind: string): Declared[] => declared.filter(({ type }) => type.endsWith(`:${kind}`));
const deploymentHash = async (args: Partial<ApiArgs>): Promise<string> => {
  const { triggers } = one(await api(args), "aws:apigateway/deployment:Deployment");
  return (triggers as { definition: string }).definition;
};
const refuses = (args: Partial<ApiArgs>, ...parts: string[]): Promise<void> =>
  assert.rejects(api(args), (error: unknown) => {
    assert.ok(error instanceof ArgumentError);
    for (const part of ['Api "shop"', ...parts])
      assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
    return true;
  });

describe("Api (under Pulumi's mocks)", () => {
  it("has one resource for each segment of its paths, shared by routes", async () => {
    const routes = ["/a/{id}", "/a/{id}/b", "/a", "/"].map((path) => ({ ...open, path }));
    const parts = of(await api({ routes }), "Resource").map(({ name }) => name);
    assert.deepEqual(parts.sort(), ["shop-/a", "shop-/a/{id}", "shop-/a/{id}/b"]);
  });

  it("asks each route's callers for what the route says", async () => {
    const declared = await declare(() => {
      const [echo, authorize] = [image("echo"), image("authorize")];
      return new Api("shop", {
        defaultAuthorizer: "iam",
        authorizers: {
          pool: { type: AuthorizerType.UserPool, userPoolArns: ["arn:aws:cognito-idp:eu-west-1:1:userpool/x"] },
          words: { type: AuthorizerType.Token, function: authorize, ttlSeconds: 0, tokenPattern: "^Bearer .+$" },
        },
        routes: [
          { method: HttpMethod.Get, path: "/signed", function: echo },
          { ...open, function: echo },
          { method: HttpMethod.Get, path: "/pool", function: echo, authorizer: "pool", scopes: ["shop/read"] },
          { method: HttpMethod.Get, path: "/words", function: echo, authorizer: "words" },
        ],
      });
    });
    const asked = of(declared, "Method").map(({ name, inputs }) => [
      name.split("/")[1],
      inputs.authorization,
      inputs.authorizerId,
      inputs.authorizationScopes,
    ]);
    assert.deepEqual(asked.sort(), [
      ["pool", "COGNITO_USER_POOLS", "shop-pool-id", ["shop/read"]],
      ["signed", "AWS_IAM", undefined, undefined],
      ["things", "NONE", undefined, undefined],
      ["words", "CUSTOM", "shop-words-id", undefined],
    ]);
    const words = one(declared, "aws:apigateway/authorizer:Authorizer", "shop-words");
    assert.deepEqual([words.authorizerResultTtlInSeconds, words.identityValidationExpression], [0, "^Bearer .+$"]);
    const [call] = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "shop-words-call").policy);
    assert.deepEqual(
      [call?.Action, call?.Resource],
      ["lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:123456789012:authorize"],
    );
  });

  it("throttles, logs as JSON, traces, and keeps bodies out of the logs when nobody says anything", async () => {
    const declared = await api();
    const { settings } = one(declared, "aws:apigateway/methodSettings:MethodSettings");
    assert.deepEqual(settings, {
      throttlingRateLimit: 100,
      throttlingBurstLimit: 200,
      metricsEnabled: true,
      loggingLevel: "ERROR",
      dataTraceEnabled: false,
    });
    const stage = one(declared, "aws:apigateway/stage:Stage");
    const { format } = stage.accessLogSettings as { format: string };
    assert.doesNotMatch(format, /header|body|token/i);
    assert.equal((JSON.parse(format) as { status: string }).status, "$context.status");
    assert.equal(stage.xrayTracingEnabled, true);
    const logs = one(declared, "aws:cloudwatch/logGroup:LogGroup", "shop-access-logs");
    assert.equal(logs.retentionInDays, 30);
  });

  it("has another deployment for another definition, and the same one for another order of it (property)", async () => {
    const routes: RouteArgs[] = [
      open,
      { ...open, method: HttpMethod.Post, body: { type: "object" } },
      { ...open, path: "/", authorizer: "iam" },
      { ...open, path: "/direct", direct: getItem(table, { hashKey: "id", attributes: { id: DirectType.String } }) },
    ];
    const base = await deploymentHash({ routes });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(routes, { minLength: 4 }), async (shuffled) => {
        assert.equal(await deploymentHash({ routes: shuffled }), base);
      }),
      { numRuns: 5 },
    );
    const others: Partial<ApiArgs>[] = [
      { routes: routes.slice(1) },
      { routes: routes.map((route) => ({ ...route, timeoutMs: 1_000 })) },
      { routes: routes.map((route) => (route.body ? { ...route, body: { type: "array" } } : route)) },
      { routes, defaultAuthorizer: "iam", cors: { origin: "*" } },
      { routes, access: { ipRanges: ["192.0.2.0/24"] } },
    ];
    const hashes = [base];
    for (const other of others) hashes.push(await deploymentHash(other)); // Pulumi's mocks know one program at a time
    assert.equal(new Set(hashes).size, hashes.length);
    assert.equal(
      await deploymentHash({ routes, variables: { a: "b" }, throttle: { rateLimit: 1, burstLimit: 1 } }),
      base,
    );
  });

  it("can be called by its own stage of its own API only", async () => {
    const permission = one(await api({ stageName: "prod" }), "aws:lambda/permission:Permission");
    assert.equal(permission.principal, "apigateway.amazonaws.com");
    assert.match(String(permission.sourceArn), /\/prod\/\*$/);
  });

  it("denies every address and endpoint that its resource policy does not name", async () => {
    const access = { ipRanges: ["192.0.2.0/24"], vpcEndpointIds: ["vpce-1"], accountIds: ["111111111111"] };
    const policy = statements(one(await api({ access }), "aws:apigateway/restApiPolicy:RestApiPolicy").policy);
    assert.deepEqual(
      policy.map(({ Effect, Principal, Condition }) => [Effect, Principal, Condition]),
      [
        ["Allow", { AWS: ["arn:aws:iam::111111111111:root"] }, undefined],
        ["Deny", "*", { NotIpAddress: { "aws:SourceIp": ["192.0.2.0/24"] } }],
        ["Deny", "*", { StringNotEquals: { "aws:SourceVpce": ["vpce-1"] } }],
      ],
    );
  });

  it("is closed to all but its own endpoints when it is private", async () => {
    const declared = await api({ endpointType: EndpointType.Private, vpcEndpointIds: ["vpce-1"] });
    const policy = statements(one(declared, "aws:apigateway/restApiPolicy:RestApiPolicy").policy);
    assert.deepEqual(policy[1]?.Condition, { StringNotEquals: { "aws:SourceVpce": ["vpce-1"] } });
    const { endpointConfiguration } = one(declared, "aws:apigateway/restApi:RestApi");
    assert.deepEqual(endpointConfiguration, { types: "PRIVATE", vpcEndpointIds: ["vpce-1"] });
  });

  it("is reached at its own name only, with mutual TLS where it is asked for", async () => {
    const domain = { name: "api.example.com", certificateArn: "arn:c", truststoreUri: "s3://trust/ca.pem" };
    const declared = await api({ domain, webAclArn: "arn:aws:wafv2:eu-west-1:1:regional/webacl/x/1" });
    assert.equal(one(declared, "aws:apigateway/restApi:RestApi").disableExecuteApiEndpoint, true);
    const name = one(declared, "aws:apigateway/domainName:DomainName");
    assert.deepEqual(
      [name.regionalCertificateArn, name.securityPolicy, name.mutualTlsAuthentication],
      ["arn:c", "TLS_1_2", { truststoreUri: "s3://trust/ca.pem" }],
    );
    assert.equal(one(declared, "aws:apigateway/basePathMapping:BasePathMapping").stageName, "live");
    assert.ok(one(declared, "aws:wafv2/webAclAssociation:WebAclAssociation").webAclArn);
  });

  it("is reached at a private name through its own endpoints only", async () => {
    const declared = await api({
      endpointType: EndpointType.Private,
      vpcEndpointIds: ["vpce-1", "vpce-2"],
      domain: { name: "api.internal.example.com", certificateArn: "arn:c" },
    });
    const { endpointConfiguration, certificateArn, policy } = one(declared, "aws:apigateway/domainName:DomainName");
    assert.deepEqual([endpointConfiguration, certificateArn], [{ types: "PRIVATE" }, "arn:c"]);
    assert.deepEqual(
      statements(policy).map(({ Effect, Condition }) => [Effect, Condition]),
      [
        ["Allow", undefined],
        ["Deny", { StringNotEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } }],
      ],
    );
    const associations = of(declared, "DomainNameAccessAssociation").map(
      ({ inputs }) => inputs.accessAssociationSource,
    );
    assert.deepEqual(associations.sort(), ["vpce-1", "vpce-2"]);
    assert.equal(one(declared, "aws:apigateway/restApi:RestApi").disableExecuteApiEndpoint, undefined);
  });

  it("the name of an edge API points at CloudFront, in the hosted zone that is given", async () => {
    const domain = { name: "api.example.com", certificateArn: "arn:c", zoneId: "Z1" };
    const record = one(await api({ endpointType: EndpointType.Edge, domain }), "aws:route53/record:Record");
    assert.deepEqual([record.zoneId, record.name, record.type], ["Z1", "api.example.com", "A"]);
    await refuses(
      {
        endpointType: EndpointType.Private,
        vpcEndpointIds: ["vpce-1"],
        domain: { ...domain, truststoreUri: "s3://x" },
      },
      "domain.zoneId",
      "domain.truststoreUri",
    );
  });

  it("keeps a canary's share on the new deployment, and the rest on the old one", async () => {
    const declared = await api({ canary: { percent: 10, stableDeploymentId: "old" } });
    const { deployment, canarySettings } = one(declared, "aws:apigateway/stage:Stage");
    assert.equal(deployment, "old");
    assert.deepEqual(canarySettings, { deploymentId: "shop-id", percentTraffic: 10 });
  });

  it("calls a service without a function under a role that may do just that", async () => {
    const direct = getItem(table, { hashKey: "id", attributes: { id: DirectType.String } });
    const declared = await api({ routes: [{ ...open, direct }] });
    const integration = one(declared, "aws:apigateway/integration:Integration");
    assert.deepEqual([integration.type, integration.passthroughBehavior], ["AWS", "NEVER"]);
    assert.match(String(integration.uri), /:dynamodb:action\/GetItem$/);
    const policy = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "shop-direct-call").policy);
    assert.deepEqual(policy, [{ Effect: "Allow", Action: "dynamodb:GetItem", Resource: table.arn }]);
  });

  it("refuses a route that does not say who may call it", () =>
    refuses({ routes: [{ method: HttpMethod.Get, path: "/x" }] }, "routes[0].authorizer is missing", "iam, none"));

  it("lists everything else that cannot work at once", () =>
    refuses(
      {
        endpointType: EndpointType.Private,
        authorizers: {
          slow: { type: AuthorizerType.UserPool, userPoolArns: ["arn"], ttlSeconds: 3_601 },
          none: { type: AuthorizerType.Token },
        },
        cors: { origin: "*", credentials: true },
        canary: { percent: 100, stableDeploymentId: "x" },
        throttle: { rateLimit: 0, burstLimit: 9_000 },
        variables: { "a-b": "c d" },
        routes: [
          { ...open, path: "users" },
          { ...open, path: "/a/{x+}/b" },
          { ...open, path: "/a/{y}", timeoutMs: 30_000, scopes: ["s"], apiKeyRequired: true },
          { ...open, body: {}, requiredParameters: ["limit"] },
          open,
        ],
      },
      "vpcEndpointIds is missing",
      "authorizers.slow.ttlSeconds is 3601",
      "authorizers.none",
      "cors.credentials is true",
      "canary.percent is 100",
      "throttle.rateLimit is 0",
      "throttle.burstLimit is 9000",
      'variables is "a-b"',
      "variables.a-b",
      'routes[0].path is "users"',
      "must be the last",
      "{x+} where this one has {y}",
      "routes[2].timeoutMs is 30000",
      "routes[2].scopes",
      "routes[2].apiKeyRequired",
      "routes[3].body",
      'routes[3].requiredParameters is "limit"',
      "another route has this method and path",
    ));
});

describe("UsersApi and EventStream (under Pulumi's mocks)", () => {
  it("the users function may do to the table what its routes need, and nothing else", async () => {
    const declared = await declare(() => new UsersApi("users", { table }));
    const [link] = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "users-links").policy);
    assert.equal(link?.Resource, table.arn);
    assert.deepEqual(
      link?.Action,
      ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Scan"].map((action) => `dynamodb:${action}`),
    );
    assert.ok(of(declared, "Method").every(({ inputs }) => inputs.authorization === "AWS_IAM"));
  });

  for (const verifier of Object.values(TokenVerifier)) {
    it(`users of a pool call by the scopes in their tokens, which ${verifier} verifies`, async () => {
      const declared = await declare(() => {
        const userPool = new UserPool("people", { clients: [{ name: "app" }] });
        const scopes = { read: ["shop/read"], write: ["shop/write"] };
        const routes = [{ method: HttpMethod.Post, path: "/signed", function: image("signed"), authorizer: "iam" }];
        return new UsersApi("users", { table, routes, signIn: { userPool, clients: ["app"], verifier, scopes } });
      });
      const authorizer = one(declared, "aws:apigateway/authorizer:Authorizer");
      const methods = of(declared, "Method").map(({ name, inputs }): [string, unknown, unknown] => [
        name.replace("users-", ""),
        inputs.authorization,
        inputs.authorizationScopes,
      ]);
      const expected = ["GET-/users", "POST-/users", "GET-/users/{id}", "PUT-/users/{id}", "DELETE-/users/{id}"];
      const requiredScope = (route: string): string => (route.startsWith("GET") ? "shop/read" : "shop/write");
      const byGateway = verifier === TokenVerifier.ApiGateway;
      assert.deepEqual(
        methods.filter(([, authorization]) => authorization !== "AWS_IAM").sort(),
        expected
          .map((route) => [
            route,
            byGateway ? "COGNITO_USER_POOLS" : "CUSTOM",
            byGateway ? [requiredScope(route)] : undefined,
          ])
          .sort(),
      );
      assert.deepEqual(
        methods.filter(([, authorization]) => authorization === "AWS_IAM").map(([route]) => route),
        ["POST-/signed"],
      );
      if (byGateway) {
        assert.deepEqual(authorizer.providerArns, ["arn:aws:cognito:eu-west-1:123456789012:people"]);
        return;
      }
      assert.equal(authorizer.type, "TOKEN");
      const { variables } = one(declared, "aws:lambda/function:Function", "users-authorizer").environment as {
        variables: Record<string, string>;
      };
      assert.deepEqual(
        JSON.parse(variables.RULES ?? ""),
        expected.map((route) => ({ route: route.replace("-", " "), scopes: [requiredScope(route)] })),
      );
      assert.deepEqual(JSON.parse(variables.CLIENT_IDS ?? ""), ["people-app-id"]);
    });
  }

  it("an event stream is encrypted, and takes only events that have a partition key", async () => {
    const declared = await declare(() => {
      const events = new EventStream("events", { shards: 2 });
      return new UsersApi("users", { table, routes: events.ingestRoutes({ path: "/events" }) });
    });
    const stream = one(declared, "aws:kinesis/stream:Stream");
    assert.deepEqual([stream.encryptionType, stream.shardCount], ["KMS", 2]);
    const schemas = of(declared, "Model").map(
      ({ inputs }) => JSON.parse(String(inputs.schema)) as { required: string[] },
    );
    assert.deepEqual(schemas.map(({ required }) => required).sort(), [["records"], ["source", "type"]]);
    await assert.rejects(
      declare(() => new EventStream("events").ingestRoutes({ path: "/e", partitionKey: "device", event: {} })),
      /EventStream "events": event.required is missing; it must name device/,
    );
  });
});
