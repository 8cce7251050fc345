/** An API with every kind of authorization, and what API Gateway does by itself. */
import {
  Api,
  ApiAccount,
  type AuthorizerArgs,
  AuthorizerType,
  HttpApi,
  HttpMethod,
  NativePlatform,
  NodeFunction,
  OAuthFlow,
  type RouteArgs,
  UserPool,
  userPoolTokens,
  WebAcl,
} from "../../../components";

const code = (name: string): NodeFunction =>
  new NodeFunction(name, {
    entry: `tests/stack/programs/${name}.ts`,
    nativePlatform: NativePlatform.Host,
    timeoutSeconds: 10,
  });
const echo = code("echo");
const authorize = code("authorize");

const { TEST_USER_POOL_ARN: userPoolArn, TEST_STAGE_VARIABLE: greeting = "hello" } = process.env;
const pool: Record<string, AuthorizerArgs> = userPoolArn
  ? { pool: { type: AuthorizerType.UserPool, userPoolArns: [userPoolArn] } }
  : {};
const poolRoutes: RouteArgs[] = userPoolArn
  ? [
      { method: HttpMethod.Get, path: "/pool", function: echo, authorizer: "pool" },
      { method: HttpMethod.Get, path: "/scoped", function: echo, authorizer: "pool", scopes: ["shop/write"] },
    ]
  : [];

const api = new Api("everything", {
  description: "Every kind of route",
  webAclArn: new WebAcl("front").arn,
  account: new ApiAccount("api-account"),
  authorizers: {
    token: { type: AuthorizerType.Token, function: authorize, ttlSeconds: 0 },
    request: {
      type: AuthorizerType.Request,
      function: authorize,
      identitySources: ["method.request.querystring.words"],
    },
    ...pool,
  },
  variables: { greeting },
  cors: { origin: "https://www.example.com" },
  usagePlans: {
    gold: { throttle: { rateLimit: 50, burstLimit: 50 }, quota: { limit: 3, period: "DAY" }, keys: ["ali"] },
  },
  routes: [
    { method: HttpMethod.Get, path: "/open/{id}", function: echo, authorizer: "none" },
    { method: HttpMethod.Get, path: "/signed", function: echo, authorizer: "iam" },
    { method: HttpMethod.Get, path: "/token", function: echo, authorizer: "token" },
    { method: HttpMethod.Get, path: "/request", function: echo, authorizer: "request" },
    { method: HttpMethod.Get, path: "/keyed", function: echo, authorizer: "none", apiKeyRequired: true },
    {
      method: HttpMethod.Get,
      path: "/slow",
      function: echo,
      authorizer: "none",
      throttle: { rateLimit: 1, burstLimit: 2 },
    },
    {
      method: HttpMethod.Post,
      path: "/orders",
      function: echo,
      authorizer: "none",
      requiredParameters: ["querystring.shop"],
      body: {
        type: "object",
        required: ["item"],
        properties: { item: { type: "string" }, count: { type: "integer", minimum: 1 } },
        additionalProperties: false,
      },
    },
    ...poolRoutes,
  ],
});

const machine = (name: string, scope: string) => ({
  name,
  secret: true,
  oauth: { flow: OAuthFlow.ClientCredentials, scopes: [`shop/${scope}`] },
});
const machines = new UserPool("machines", {
  deletionProtection: false,
  domain: { domain: "headroom-test-machines" },
  resourceServers: [{ identifier: "shop", scopes: { read: "Read", write: "Write" } }],
  clients: [machine("reader", "read"), machine("writer", "write"), machine("stranger", "read")],
});
const httpApi = new HttpApi("everything-http", {
  description: "Every kind of route of an HTTP API",
  defaultAuthorizer: "machines",
  authorizers: {
    machines: { jwt: userPoolTokens(machines, ["reader", "writer"]) },
    words: { function: authorize, identitySources: ["$request.querystring.words"] },
  },
  variables: { greeting },
  cors: { origins: ["https://www.example.com"] },
  routes: [
    { method: HttpMethod.Get, path: "/open/{id}", function: echo, public: true },
    { method: HttpMethod.Get, path: "/signed", function: echo, authorizer: "iam" },
    { method: HttpMethod.Get, path: "/words", function: echo, authorizer: "words" },
    { method: HttpMethod.Get, path: "/pool", function: echo },
    { method: HttpMethod.Get, path: "/scoped", function: echo, scopes: ["shop/write"] },
    { method: HttpMethod.Any, path: "/files/{path+}", function: echo, throttle: { rateLimit: 5, burstLimit: 5 } },
  ],
});

export const apiUrl = api.url;
export const apiId = api.apiId;
export const deploymentId = api.deploymentId;
export const keyId = api.apiKeyIds.ali;
export const httpApiUrl = httpApi.url;
export const httpApiId = httpApi.apiId;
export const userPoolId = machines.userPoolId;
export const clientIds = Object.fromEntries(machines.clientNames.map((name) => [name, machines.client(name).id]));
