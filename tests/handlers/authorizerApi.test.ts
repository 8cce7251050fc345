import { APIGateway } from "@aws-sdk/client-api-gateway";
import { CognitoIdentityProvider } from "@aws-sdk/client-cognito-identity-provider";
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  LambdaClient,
  waitUntilFunctionActiveV2,
} from "@aws-sdk/client-lambda";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { bundle } from "../../components/packaging/bundle";
import { hostTarget } from "../../components/packaging/nativeModules";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { createRole } from "./identity";
import { HANDLERS } from "./load";

const ACCOUNT = "000000000000";
const password = "Correct horse 9 battery!";

describe("a REST API behind the authorizer's package, with real users and tokens", function () {
  this.timeout(120_000);
  let emulator: TestEmulator;
  let apis: APIGateway;
  let cognito: CognitoIdentityProvider;
  let lambda: LambdaClient;
  let url: string;
  let clientId: string;
  let poolId: string;

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    const client = { endpoint: emulator.endpoint, region: REGION, credentials: root };
    apis = new APIGateway(client);
    cognito = new CognitoIdentityProvider(client);
    lambda = new LambdaClient(client);
    const { UserPool } = await cognito.createUserPool({ PoolName: "users" });
    poolId = UserPool?.Id ?? "";
    clientId = await app("app");
    await cognito.createGroup({ UserPoolId: poolId, GroupName: "admins" });
    await deployAuthorizer();
    url = await deployApi();
  });
  after(async () => {
    for (const client of [apis, cognito, lambda]) client.destroy();
    await emulator.stop();
  });

  async function app(ClientName: string): Promise<string> {
    const ExplicitAuthFlows = ["ALLOW_USER_PASSWORD_AUTH" as const];
    const made = await cognito.createUserPoolClient({ UserPoolId: poolId, ClientName, ExplicitAuthFlows });
    return made.UserPoolClient?.ClientId ?? "";
  }
  async function deployAuthorizer(): Promise<void> {
    const entry = join(HANDLERS, "authorizer", "handler.ts");
    const file = await bundle({ entry, target: "node24", nativeModules: [], nativeTarget: hostTarget });
    await createRole(emulator.endpoint, "authorizer");
    const rules = [
      { route: "GET /orders/{id}", scopes: ["aws.cognito.signin.user.admin"] },
      { route: "DELETE /orders/{id}", groups: ["admins"] },
    ];
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName: "authorizer",
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        Role: `arn:aws:iam::${ACCOUNT}:role/authorizer`,
        Code: { ZipFile: await readFile(file) },
        Environment: {
          Variables: { USER_POOL_ID: poolId, CLIENT_IDS: JSON.stringify([clientId]), RULES: JSON.stringify(rules) },
        },
      }),
    );
    await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 60 }, { FunctionName: "authorizer" });
  }

  /** GET (by a TOKEN authorizer), DELETE and PUT (by a REQUEST authorizer) of /orders/{id}, all of which answer 200. */
  async function deployApi(): Promise<string> {
    const { id: restApiId, rootResourceId } = await apis.createRestApi({ name: "orders" });
    const orders = await apis.createResource({ restApiId, parentId: rootResourceId, pathPart: "orders" });
    const { id: resourceId } = await apis.createResource({ restApiId, parentId: orders.id, pathPart: "{id}" });
    const authorizerUri = `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/arn:aws:lambda:${REGION}:${ACCOUNT}:function:authorizer/invocations`;
    const shared = { restApiId, authorizerUri, identitySource: "method.request.header.Authorization" };
    const byToken = await apis.createAuthorizer({ ...shared, name: "token", type: "TOKEN" });
    const byRequest = await apis.createAuthorizer({ ...shared, name: "request", type: "REQUEST" });
    await lambda.send(
      new AddPermissionCommand({
        FunctionName: "authorizer",
        StatementId: "api",
        Action: "lambda:InvokeFunction",
        Principal: "apigateway.amazonaws.com",
        SourceArn: `arn:aws:execute-api:${REGION}:${ACCOUNT}:${restApiId}/authorizers/*`,
      }),
    );
    for (const [httpMethod, { id: authorizerId }] of [
      ["GET", byToken],
      ["DELETE", byRequest],
      ["PUT", byRequest],
    ] as const) {
      const method = { restApiId, resourceId, httpMethod };
      await apis.putMethod({ ...method, authorizationType: "CUSTOM", authorizerId });
      await apis.putIntegration({
        ...method,
        type: "MOCK",
        requestTemplates: { "application/json": '{"statusCode":200}' },
      });
      await apis.putMethodResponse({ ...method, statusCode: "200" });
      await apis.putIntegrationResponse({ ...method, statusCode: "200" });
    }
    await apis.createDeployment({ restApiId, stageName: "test" });
    return `${emulator.endpoint}/restapis/${restApiId}/test/_user_request_/orders/1`;
  }

  async function signIn(Username: string, groups: string[] = [], ClientId = clientId): Promise<string> {
    await cognito.adminCreateUser({ UserPoolId: poolId, Username, MessageAction: "SUPPRESS" });
    await cognito.adminSetUserPassword({ UserPoolId: poolId, Username, Password: password, Permanent: true });
    for (const GroupName of groups) await cognito.adminAddUserToGroup({ UserPoolId: poolId, Username, GroupName });
    const { AuthenticationResult } = await cognito.initiateAuth({
      ClientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: Username, PASSWORD: password },
    });
    return AuthenticationResult?.AccessToken ?? "";
  }
  const call = async (method: string, token?: string): Promise<number> => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return (await fetch(url, { method, headers })).status;
  };

  it("without a token, or with a made-up one, it is 401", async () => {
    assert.equal(await call("GET"), 401);
    assert.equal(await call("DELETE"), 401);
    assert.equal(await call("GET", "aaa.bbb.ccc"), 401);
  });

  it("somebody who has signed in reads, and may not delete", async () => {
    const token = await signIn("anna");
    assert.equal(await call("GET", token), 200);
    assert.equal(await call("DELETE", token), 403);
  });

  it("an administrator deletes; what no rule names is closed even so, also after the answer was kept", async () => {
    const token = await signIn("bert", ["admins"]);
    assert.equal(await call("DELETE", token), 200);
    assert.equal(await call("PUT", token), 403);
    assert.equal(await call("DELETE", token), 200);
    assert.equal(await call("GET", token), 200);
  });

  it("a token of an app that the API does not know is 401", async () => {
    assert.equal(await call("GET", await signIn("carla", [], await app("other"))), 401);
  });
});
