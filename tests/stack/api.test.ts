import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { APIGateway } from "@aws-sdk/client-api-gateway";
import { CognitoIdentityProvider } from "@aws-sdk/client-cognito-identity-provider";
import { IAM } from "@aws-sdk/client-iam";
import { Checkout } from "./checkout";
import { describeHttpApi, type HttpOutputs } from "./httpApi";
import { signed } from "../signed";

interface Outputs extends HttpOutputs {
  apiUrl: string;
  apiId: string;
  deploymentId: string;
  keyId: string;
}

const root = { accessKeyId: "test", secretAccessKey: "test" };
const region = "us-east-1";

/** Routes that the tests call without credentials. */
const accepted = [
  ["apigateway-method-authorizer", "everything-*"],
  ["apigateway-route-authorizer", "everything-http-*"],
].map(([rule, resource]) => ({ rule, resource, reason: "called without credentials" }));

/** What a stack that lives for minutes does without. */
const levels = {
  "cloudwatch-alarm-actions": "disabled",
  "cognito-deletion-protection": "disabled",
  "cognito-threat-protection": "disabled",
  "iam-managed-policies": "disabled",
};
const policyConfig = { headroom: { exemptions: accepted, levels } };

describe("an API with every kind of authorization, deployed by the engine under the policy pack", function () {
  this.timeout(240_000);
  let checkout: Checkout;
  let outputs: Outputs;
  let client: { region: string; endpoint: string; credentials: typeof root };
  let gateway: APIGateway;

  /** Deploys tests/stack/programs/api.ts. */
  async function deploy(environment: NodeJS.ProcessEnv = {}): Promise<string> {
    Object.assign(checkout.environment, environment);
    const { code, stdout, stderr } = await checkout.run("up", "--stack", "local");
    assert.equal(code, 0, stdout + stderr);
    assert.deepEqual(stdout.match(/! policy (?!headroom ).*/g), null, "the policy pack has findings");
    outputs = JSON.parse(checkout.read(".local", "outputs.json")) as Outputs;
    return stdout;
  }

  const call = (path: string, init?: RequestInit): Promise<Response> => fetch(outputs.apiUrl + path, init);
  const readStatus = async (path: string, init?: RequestInit): Promise<number> => (await call(path, init)).status;
  const authorization = (value: string): RequestInit => ({ headers: { Authorization: value } });

  before(async () => {
    checkout = await Checkout.copy();
    writeFileSync(checkout.path("index.ts"), 'export * from "./tests/stack/programs/api";\n');
    writeFileSync(checkout.path("policy-config.json"), JSON.stringify(policyConfig));
    await deploy();
    client = { region, endpoint: `http://127.0.0.1:${checkout.port}`, credentials: root };
    gateway = new APIGateway(client);
  });
  after(async () => {
    await checkout.close();
    gateway?.destroy();
  });

  describeHttpApi({ outputs: () => outputs, client: () => client });

  it("an open route reaches its function, with parameters and stage variables", async () => {
    const response = await call("/open/a%20b?colour=red");
    const { pathParameters, queryStringParameters, stageVariables } = (await response.json()) as Record<
      string,
      unknown
    >;
    assert.equal(response.status, 200);
    assert.deepEqual(pathParameters, { id: "a b" });
    assert.deepEqual(queryStringParameters, { colour: "red" });
    assert.deepEqual(stageVariables, { greeting: "hello" });
  });

  it("a route that asks for a signature takes one of a principal that may call it, and nothing else", async () => {
    assert.equal(await readStatus("/signed"), 403);
    const iam = new IAM(client);
    await iam.createUser({ UserName: "stranger" });
    const { AccessKey } = await iam.createAccessKey({ UserName: "stranger" });
    const stranger = { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: AccessKey?.SecretAccessKey ?? "" };
    const url = `${outputs.apiUrl}/signed`;
    assert.equal((await signed(url, { region, credentials: stranger })).status, 403);
    await iam.putUserPolicy({
      UserName: "stranger",
      PolicyName: "call",
      PolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "execute-api:Invoke",
            Resource: `arn:aws:execute-api:${region}:000000000000:${outputs.apiId}/live/GET/signed`,
          },
        ],
      }),
    });
    assert.equal((await signed(url, { region, credentials: stranger })).status, 200);
    iam.destroy();
  });

  it("a token authorizer and a request authorizer let in who says the right words", async () => {
    assert.equal(await readStatus("/token"), 401);
    assert.equal(await readStatus("/token", authorization("wrong")), 403);
    const response = await call("/token", authorization("open sesame"));
    const { authorizer } = (await response.json()) as { authorizer: { principalId: string } };
    assert.equal(response.status, 200);
    assert.equal(authorizer.principalId, "ali-baba");
    assert.equal(await readStatus("/request"), 401);
    assert.equal(await readStatus("/request?words=wrong"), 403);
    assert.equal(await readStatus("/request?words=open%20sesame"), 200);
  });

  it("a body or a parameter that is not as declared is refused before the function, in the form of a problem", async () => {
    const post = (query: string, body: unknown): Promise<Response> =>
      call(`/orders${query}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "Content-Type": "application/json" },
      });
    assert.equal((await post("?shop=1", { item: "lamp", count: 2 })).status, 200);
    for (const [query, body, title] of [
      ["?shop=1", { count: 2 }, "The body is not valid"],
      ["?shop=1", { item: "lamp", count: 0 }, "The body is not valid"],
      ["?shop=1", { item: "lamp", colour: "red" }, "The body is not valid"],
      ["", { item: "lamp" }, "A parameter is missing"],
    ] as const) {
      const response = await post(query, body);
      assert.equal(response.status, 400);
      assert.equal(response.headers.get("content-type"), "application/problem+json");
      assert.equal(response.headers.get("access-control-allow-origin"), "https://www.example.com");
      assert.equal(((await response.json()) as { title: string }).title, title);
    }
  });

  it("a route with a throttle of its own answers 429 to what is too much, and the others go on", async () => {
    const statuses = await Promise.all(Array.from({ length: 12 }, () => readStatus("/slow")));
    assert.ok(statuses.includes(200) && statuses.includes(429), statuses.join(" "));
    assert.equal(await readStatus("/open/1"), 200);
  });

  it("a route that asks for a key takes a customer's, up to the quota of the plan", async () => {
    assert.equal(await readStatus("/keyed"), 403);
    const { value = "" } = await gateway.getApiKey({ apiKey: outputs.keyId, includeValue: true });
    const keyed: RequestInit = { headers: { "x-api-key": value } };
    for (let used = 0; used < 3; used++) assert.equal(await readStatus("/keyed", keyed), 200);
    assert.equal(await readStatus("/keyed", keyed), 429);
  });

  it("a browser is told what pages of the other origin may send", async () => {
    const response = await call("/orders", { method: "OPTIONS" });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get("access-control-allow-origin"), "https://www.example.com");
    assert.equal(response.headers.get("access-control-allow-methods"), "POST,OPTIONS");
    assert.match(response.headers.get("access-control-allow-headers") ?? "", /Idempotency-Key/);
  });

  it("the stage writes JSON access logs to its own group, and traces", async () => {
    const stage = await gateway.getStage({ restApiId: outputs.apiId, stageName: "live" });
    assert.match(stage.accessLogSettings?.destinationArn ?? "", /:log-group:\/aws\/apigateway\/everything-/);
    const line = JSON.parse(stage.accessLogSettings?.format ?? "") as Record<string, string>;
    assert.equal(line.status, "$context.status");
    assert.equal(stage.tracingEnabled, true);
  });

  it("a new deployment is made when the definition changes, and only then", async () => {
    const first = outputs.deploymentId;
    assert.match(await deploy(), /no changes/);
    await deploy({ TEST_STAGE_VARIABLE: "good-evening" });
    assert.equal(outputs.deploymentId, first, "a variable of the stage is no part of the definition");
    const echoed = (await (await call("/open/1")).json()) as { stageVariables: unknown };
    assert.deepEqual(echoed.stageVariables, { greeting: "good-evening" });
    const cognito = new CognitoIdentityProvider(client);
    const { UserPool } = await cognito.createUserPool({ PoolName: "shoppers" });
    await deploy({ TEST_USER_POOL_ARN: UserPool?.Arn });
    assert.notEqual(outputs.deploymentId, first);
    const stage = await gateway.getStage({ restApiId: outputs.apiId, stageName: "live" });
    assert.equal(stage.deploymentId, outputs.deploymentId);
    assert.match(await deploy(), /no changes/);

    // The routes that the change has added take the tokens of the pool, and one of them asks for a scope as well.
    const UserPoolId = UserPool?.Id ?? "";
    const { UserPoolClient } = await cognito.createUserPoolClient({
      UserPoolId,
      ClientName: "shop",
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    });
    const [Username, Password] = ["ali", "Open-Sesame-40"];
    await cognito.adminCreateUser({ UserPoolId, Username, MessageAction: "SUPPRESS" });
    await cognito.adminSetUserPassword({ UserPoolId, Username, Password, Permanent: true });
    const { AuthenticationResult } = await cognito.adminInitiateAuth({
      UserPoolId,
      ClientId: UserPoolClient?.ClientId,
      AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: Username, PASSWORD: Password },
    });
    cognito.destroy();
    assert.equal(await readStatus("/pool"), 401);
    assert.equal(await readStatus("/pool", authorization("not-a-token")), 401);
    const inside = await call("/pool", authorization(AuthenticationResult?.IdToken ?? ""));
    assert.equal(inside.status, 200);
    const { authorizer } = (await inside.json()) as { authorizer: { claims: Record<string, string> } };
    assert.equal(authorizer.claims["cognito:username"], "ali");
    assert.equal(await readStatus("/scoped", authorization(AuthenticationResult?.AccessToken ?? "")), 401); // without the scope
  });
});
