import assert from "node:assert/strict";
import { REGION } from "../../handlers/emulator";
import { Cloud, shared } from "./cloud";

describe("what an API may call on the emulator", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let aws: Cloud["aws"];
  shared(Cloud, (started) => {
    cloud = started;
    ({ aws } = cloud);
  });

  const invocations = (arn: string) =>
    `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/${arn}/invocations`;

  it("an HTTP API calls a function for the routes of the permission only", async () => {
    const body = 'return { statusCode: 200, body: "called" };';
    const arn = await cloud.function("on-request", body);
    const { ApiId = "" } = await aws.apigatewayv2.createApi({ Name: "http", ProtocolType: "HTTP" });
    const { IntegrationId } = await aws.apigatewayv2.createIntegration({
      ApiId,
      IntegrationType: "AWS_PROXY",
      IntegrationUri: arn,
      PayloadFormatVersion: "2.0",
    });
    for (const RouteKey of ["GET /orders/{id}", "ANY /open"])
      await aws.apigatewayv2.createRoute({ ApiId, RouteKey, Target: `integrations/${IntegrationId}` });
    await aws.apigatewayv2.createStage({ ApiId, StageName: "$default", AutoDeploy: true });
    const get = (path: string) => cloud.get(path, `${ApiId}.execute-api.localhost`);
    assert.deepEqual(await get("/orders/1"), [500, '{"message":"Internal Server Error"}']);
    await cloud.logged(
      /apigateway\.amazonaws\.com may not lambda:InvokeFunction \S*on-request for \S*\/\$default\/GET\/orders\/{id}/,
    );
    await cloud.allow("on-request", "apigateway.amazonaws.com", cloud.arn("execute-api", `${ApiId}/*/*/orders/{id}`));
    assert.deepEqual(await get("/orders/1"), [200, "called"]);
    assert.equal((await get("/open"))[0], 500);
    await cloud.allow("on-request", "apigateway.amazonaws.com", cloud.arn("execute-api", `${ApiId}/*/*/open`));
    assert.deepEqual(await get("/open"), [200, "called"]);
  });

  it("a REST API calls a function with a permission for its method, or by the integration's role", async () => {
    const arn = await cloud.function("on-method", 'return { statusCode: 200, body: "called" };');
    const { id: restApiId = "", rootResourceId: resourceId = "" } = await aws.apigateway.createRestApi({
      name: "rest",
    });
    await aws.apigateway.putMethod({ restApiId, resourceId, httpMethod: "GET", authorizationType: "NONE" });
    const integrate = async (credentials?: string) => {
      await aws.apigateway.putIntegration({
        restApiId,
        resourceId,
        httpMethod: "GET",
        type: "AWS_PROXY",
        integrationHttpMethod: "POST",
        uri: invocations(arn),
        credentials,
      });
      await aws.apigateway.createDeployment({ restApiId, stageName: "live" });
    };
    const get = async () => {
      const response = await fetch(`${cloud.emulator.endpoint}/restapis/${restApiId}/live/_user_request_/`);
      return [response.status, await response.text()];
    };
    await integrate();
    assert.deepEqual(await get(), [500, '{"message": "Internal server error"}']);
    await cloud.allow("on-method", "apigateway.amazonaws.com", cloud.arn("execute-api", `${restApiId}/*/POST/`));
    assert.equal((await get())[0], 500);
    await cloud.allow("on-method", "apigateway.amazonaws.com", cloud.arn("execute-api", `${restApiId}/live/GET/`));
    assert.deepEqual(await get(), [200, "called"]);
    await integrate(await cloud.role("rest-no-caller"));
    assert.equal((await get())[0], 500);
    await integrate(await cloud.role("rest-caller", "lambda:InvokeFunction"));
    assert.deepEqual(await get(), [200, "called"]);
  });

  it("HTTP and REST APIs call an authorizer with a permission for that authorizer only", async () => {
    const guard = await cloud.function(
      "guard",
      `return event.methodArn === undefined ? { isAuthorized: true } : { principalId: "ada", policyDocument:
        { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "execute-api:Invoke", Resource: "*" }] } };`,
    );
    const guarded = await cloud.function("guarded", 'return { statusCode: 200, body: "called" };');
    await cloud.allow("guarded", "apigateway.amazonaws.com");
    const { ApiId = "" } = await aws.apigatewayv2.createApi({ Name: "guarded", ProtocolType: "HTTP" });
    const { AuthorizerId } = await aws.apigatewayv2.createAuthorizer({
      ApiId,
      Name: "guard",
      AuthorizerType: "REQUEST",
      AuthorizerUri: invocations(guard),
      AuthorizerPayloadFormatVersion: "2.0",
      EnableSimpleResponses: true,
      IdentitySource: [],
    });
    const { IntegrationId } = await aws.apigatewayv2.createIntegration({
      ApiId,
      IntegrationType: "AWS_PROXY",
      IntegrationUri: guarded,
      PayloadFormatVersion: "2.0",
    });
    await aws.apigatewayv2.createRoute({
      ApiId,
      RouteKey: "GET /",
      AuthorizationType: "CUSTOM",
      AuthorizerId,
      Target: `integrations/${IntegrationId}`,
    });
    await aws.apigatewayv2.createStage({ ApiId, StageName: "$default", AutoDeploy: true });
    const { id: restApiId = "", rootResourceId: resourceId } = await aws.apigateway.createRestApi({ name: "guarded" });
    const { id: authorizerId } = await aws.apigateway.createAuthorizer({
      restApiId,
      name: "guard",
      type: "REQUEST",
      authorizerUri: invocations(guard),
      authorizerResultTtlInSeconds: 0,
    });
    const method = { restApiId, resourceId, httpMethod: "GET" };
    await aws.apigateway.putMethod({ ...method, authorizationType: "CUSTOM", authorizerId });
    const type = "AWS_PROXY" as const;
    await aws.apigateway.putIntegration({ ...method, type, integrationHttpMethod: "POST", uri: invocations(guarded) });
    await aws.apigateway.createDeployment({ restApiId, stageName: "live" });
    const statuses = async () => [
      (await cloud.get("/", `${ApiId}.execute-api.localhost`))[0],
      (await cloud.get("/live/", `${restApiId}.execute-api.localhost`))[0],
    ];
    assert.deepEqual(await statuses(), [500, 500]);
    await cloud.allow(
      "guard",
      "apigateway.amazonaws.com",
      cloud.arn("execute-api", `${ApiId}/authorizers/${AuthorizerId}`),
    );
    assert.deepEqual(await statuses(), [200, 500]);
    await cloud.allow(
      "guard",
      "apigateway.amazonaws.com",
      cloud.arn("execute-api", `${restApiId}/authorizers/${authorizerId}`),
    );
    assert.deepEqual(await statuses(), [200, 200]);
  });
});
