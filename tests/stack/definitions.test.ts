import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { startProvider } from "../../local/provider";
import { ProviderStack, type Run, startOwnEmulator } from "./providerStack";

const answer = `exports.handler = async (event) => ({
  statusCode: 200,
  headers: { "x-version": event.version ?? "1.0" },
  body: JSON.stringify({ method: event.httpMethod ?? event.requestContext.http.method, id: event.pathParameters?.id }),
});`;
const judge = `exports.handler = async ({ authorizationToken, methodArn }) => ({
  principalId: "ann",
  policyDocument: { Version: "2012-10-17", Statement: [{ Action: "execute-api:Invoke", Effect: authorizationToken === "open sesame" ? "Allow" : "Deny", Resource: methodArn }] },
});`;

function lambda(name: string, code: string): aws.lambda.Function {
  const role = new aws.iam.Role(name, {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  });
  return new aws.lambda.Function(name, {
    runtime: "nodejs24.x",
    handler: "index.handler",
    role: role.arn,
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(code) }),
  });
}

/** A definition in YAML with what Pulumi's and AWS's own examples have in it. */
const restDefinition = (uri: string, authorizerUri: string, path: string) => `
openapi: "3.0.1"
info: { title: shop, version: "1.0" }
x-amazon-apigateway-request-validators:
  all: { validateRequestBody: true, validateRequestParameters: true }
paths:
  ${path}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: "${uri}" }
    options:
      responses:
        200: { description: ok, headers: { Access-Control-Allow-Origin: { schema: { type: string } } } }
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
        responses:
          default:
            statusCode: "200"
            responseParameters: { method.response.header.Access-Control-Allow-Origin: "'https://shop.example'" }
  /orders:
    post:
      x-amazon-apigateway-request-validator: all
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
      x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: "${uri}" }
  /secret/{proxy+}:
    x-amazon-apigateway-any-method:
      security: [{ sesame: [] }]
      x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: "${uri}" }
components:
  schemas:
    Order: { type: object, required: [id], properties: { id: { $ref: "#/components/schemas/Id" } } }
    Id: { type: string }
  securitySchemes:
    sesame:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer: { type: token, authorizerUri: "${authorizerUri}", authorizerResultTtlInSeconds: 0 }
`;

const httpDefinition = (uri: string) =>
  JSON.stringify({
    openapi: "3.0.1",
    info: { title: "shop", version: "1.0" },
    "x-amazon-apigateway-cors": { allowOrigins: ["https://shop.example"], allowMethods: ["GET"] },
    paths: {
      "/orders/{id}": {
        get: {
          "x-amazon-apigateway-integration": { type: "AWS_PROXY", uri, payloadFormatVersion: "2.0" },
        },
      },
    },
  });

/** @param changed Another path in the definition, and another route of the API that is one target. */
const program = (changed: boolean) => () => {
  const hello = lambda("hello", answer);
  const sesame = lambda("sesame", judge);
  const body = pulumi
    .all([hello.invokeArn, sesame.invokeArn])
    .apply(([uri, judgeUri]) => restDefinition(uri, judgeUri, changed ? "/items/{id}" : "/orders/{id}"));
  const rest = new aws.apigateway.RestApi("rest", { body });
  const deployment = new aws.apigateway.Deployment("rest", { restApi: rest.id, triggers: { body } });
  const stage = new aws.apigateway.Stage("rest", {
    restApi: rest.id,
    deployment: deployment.id,
    stageName: "v1",
    xrayTracingEnabled: false,
  });
  for (const [name, fn] of Object.entries({ hello, sesame }))
    new aws.lambda.Permission(name, {
      action: "lambda:InvokeFunction",
      function: fn.name,
      principal: "apigateway.amazonaws.com",
    });
  const http = new aws.apigatewayv2.Api("http", { protocolType: "HTTP", body: hello.arn.apply(httpDefinition) });
  new aws.apigatewayv2.Stage("http", { apiId: http.id, name: "$default", autoDeploy: true });
  const quick = new aws.apigatewayv2.Api("quick", {
    protocolType: "HTTP",
    target: hello.arn,
    ...(changed && { routeKey: "GET /only" }),
  });
  return { rest: stage.invokeUrl, http: http.apiEndpoint, quick: quick.apiEndpoint };
};

describe("APIs that a definition or one target makes", function () {
  this.timeout(600_000);
  let emulator: Awaited<ReturnType<typeof startOwnEmulator>>;
  let stack: ProviderStack;
  let made: Run;
  const call = (api: "rest" | "http" | "quick", path: string, init?: RequestInit) =>
    fetch(`${String(made.outputs[api])}${path}`, init);

  before(async () => {
    emulator = await startOwnEmulator();
    stack = await ProviderStack.open(await startProvider({ mode: "emulator", endpoint: emulator.endpoint }));
    made = await stack.up(program(false));
  });
  after(async () => {
    await stack.destroy().finally(() => stack.close());
    await emulator.stop();
  });

  it("route requests to the function of a REST API's definition in YAML", async () => {
    const response = await call("rest", "/orders/7");
    assert.equal(response.status, 200, await response.clone().text());
    assert.deepEqual(await response.json(), { method: "GET", id: "7" });
  });

  it("answer a browser's question from a mock of the definition", async () => {
    const response = await call("rest", "/orders/7", { method: "OPTIONS" });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("access-control-allow-origin"), "https://shop.example");
  });

  it("validate a request's body by a schema that refers to another", async () => {
    const post = (body: object) =>
      call("rest", "/orders", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    assert.equal((await post({ id: "7" })).status, 200);
    assert.equal((await post({ id: 7 })).status, 400);
    assert.equal((await post({})).status, 400);
  });

  it("ask the authorizer of the definition, for any method", async () => {
    const ask = (authorization: string) => call("rest", "/secret/door", { method: "PUT", headers: { authorization } });
    assert.equal((await ask("open sesame")).status, 200);
    assert.equal((await ask("open barley")).status, 403);
    assert.equal((await call("rest", "/secret/door")).status, 401);
  });

  it("route requests, with CORS, by an HTTP API's definition in JSON", async () => {
    const response = await call("http", "/orders/8", { headers: { origin: "https://shop.example" } });
    assert.deepEqual(await response.json(), { method: "GET", id: "8" });
    assert.equal(response.headers.get("x-version"), "2.0");
    assert.equal(response.headers.get("access-control-allow-origin"), "https://shop.example");
    assert.equal((await call("http", "/other")).status, 404);
  });

  it("send every request of an API with one target to its function", async () => {
    const response = await call("quick", "/any/where", { method: "DELETE" });
    assert.deepEqual(await response.json(), { method: "DELETE" });
    assert.equal(response.headers.get("x-version"), "2.0");
  });

  it("are the same when they are read again", async () => {
    const { changes } = await stack.refresh();
    assert.deepEqual(Object.keys(changes), ["same"]);
    const again = await stack.up(program(false));
    assert.deepEqual(Object.keys(again.changes), ["same"]);
  });

  it("follow a changed definition and a changed target, with nothing left of the old ones", async () => {
    const { steps } = await stack.up(program(true));
    assert.deepEqual([steps.rest, steps.quick], ["update", "update"]);
    assert.equal((await call("rest", "/items/9")).status, 200);
    assert.equal((await call("rest", "/orders/9")).status, 403);
    assert.equal((await call("quick", "/only")).status, 200);
    assert.equal((await call("quick", "/any/where")).status, 404);
  });

  it("are refused, before anything is made, where the body is no definition", async () => {
    const wrong = () => {
      new aws.apigateway.RestApi("rest", { body: "hello" });
      new aws.apigatewayv2.Api("http", { protocolType: "HTTP", body: "paths: {}" });
    };
    await assert.rejects(stack.preview(wrong), /body is no OpenAPI document: it has neither openapi nor swagger/);
  });
});
