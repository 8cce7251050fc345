import assert from "node:assert/strict";
import { CognitoIdentityProvider } from "@aws-sdk/client-cognito-identity-provider";
import { IAM } from "@aws-sdk/client-iam";
import { signed } from "../signed";

/** What tests/stack/programs/api.ts says of its HTTP API. */
export interface HttpOutputs {
  httpApiUrl: string;
  httpApiId: string;
  userPoolId: string;
  clientIds: Record<string, string>;
}

interface Target {
  outputs(): HttpOutputs;
  client(): { region: string; endpoint: string; credentials: { accessKeyId: string; secretAccessKey: string } };
}

interface Echo {
  version: string;
  authorizer?: { jwt?: { claims: Record<string, string>; scopes: string[] }; lambda?: { principalId: string } };
  pathParameters?: unknown;
  queryStringParameters?: unknown;
}

/** The HTTP API of the deployed program. */
export function describeHttpApi(target: Target): void {
  const call = (path: string, init?: RequestInit): Promise<Response> => fetch(target.outputs().httpApiUrl + path, init);
  const readStatus = async (path: string, init?: RequestInit): Promise<number> => (await call(path, init)).status;
  const bearer = (token: string): RequestInit => ({ headers: { Authorization: `Bearer ${token}` } });

  /** The token that the pool gives to one of its machines. */
  async function signIn(name: string): Promise<string> {
    const { userPoolId, clientIds } = target.outputs();
    const { endpoint } = target.client();
    const cognito = new CognitoIdentityProvider(target.client());
    const ClientId = clientIds[name] ?? "";
    const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId: userPoolId, ClientId });
    cognito.destroy();
    const secret = Buffer.from(`${ClientId}:${UserPoolClient?.ClientSecret ?? ""}`).toString("base64");
    const response = await fetch(`${endpoint}/oauth2/token`, {
      method: "POST",
      headers: { Authorization: `Basic ${secret}`, "Content-Type": "application/x-www-form-urlencoded" },
      body: `grant_type=client_credentials&client_id=${ClientId}`,
    });
    const text = await response.text();
    assert.equal(response.status, 200, text);
    return (JSON.parse(text) as { access_token: string }).access_token;
  }

  it("a public route of an HTTP API reaches its function with payload 2.0", async () => {
    const response = await call("/open/a%20b?colour=red");
    const echo = (await response.json()) as Echo;
    assert.equal(response.status, 200);
    assert.equal(echo.version, "2.0");
    assert.deepEqual(echo.pathParameters, { id: "a b" });
    assert.deepEqual(echo.queryStringParameters, { colour: "red" });
    assert.equal(await readStatus("/elsewhere"), 404);
  });

  it("a JWT authorizer takes the pool's tokens for its own apps, with the scope of the route", async () => {
    const [reader, writer, stranger] = await Promise.all(["reader", "writer", "stranger"].map(signIn));
    assert.ok(reader && writer && stranger);
    assert.equal(await readStatus("/pool"), 401, "no token");
    assert.equal(await readStatus("/pool", bearer("not-a-token")), 401);
    assert.equal(await readStatus("/pool", bearer(forged(reader))), 401, "a claim that was changed");
    assert.equal(await readStatus("/pool", bearer(stranger)), 401, "a token for another app");
    assert.equal(await readStatus("/pool", bearer(reader)), 200);
    assert.equal(await readStatus("/scoped", bearer(reader)), 403, "without the scope");
    const inside = await call("/scoped", bearer(writer));
    assert.equal(inside.status, 200);
    const { authorizer } = (await inside.json()) as Echo;
    assert.deepEqual(authorizer?.jwt?.scopes, ["shop/write"]);
    assert.equal(authorizer?.jwt?.claims.client_id, target.outputs().clientIds.writer);
    assert.equal(await readStatus("/files/a/b", bearer(reader)), 200, "the default authorizer");
    assert.equal(await readStatus("/files/a/b", { method: "PUT" }), 401);
  });

  it("a Lambda authorizer of an HTTP API lets in who says the right words", async () => {
    assert.equal(await readStatus("/words"), 401);
    assert.equal(await readStatus("/words?words=wrong"), 403);
    const response = await call("/words?words=open%20sesame");
    assert.equal(response.status, 200);
    assert.equal(((await response.json()) as Echo).authorizer?.lambda?.principalId, "ali-baba");
  });

  it("a route of an HTTP API that asks for a signature takes one of a principal that may call it", async () => {
    assert.equal(await readStatus("/signed"), 403);
    const { region, ...client } = target.client();
    const iam = new IAM({ region, ...client });
    const UserName = "http-stranger";
    await iam.createUser({ UserName });
    const { AccessKey } = await iam.createAccessKey({ UserName });
    const credentials = {
      accessKeyId: AccessKey?.AccessKeyId ?? "",
      secretAccessKey: AccessKey?.SecretAccessKey ?? "",
    };
    const { httpApiUrl, httpApiId } = target.outputs();
    const url = `${httpApiUrl}/signed`;
    assert.equal((await signed(url, { region, credentials })).status, 403);
    const Resource = `arn:aws:execute-api:${region}:000000000000:${httpApiId}/$default/GET/signed`;
    await iam.putUserPolicy({
      UserName,
      PolicyName: "call",
      PolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "execute-api:Invoke", Resource }],
      }),
    });
    iam.destroy();
    assert.equal((await signed(url, { region, credentials })).status, 200);
  });

  it("an HTTP API tells a browser which pages may call, and no other", async () => {
    const ask = (Origin: string) =>
      call("/pool", { method: "OPTIONS", headers: { Origin, "Access-Control-Request-Method": "GET" } });
    const answer = await ask("https://www.example.com");
    assert.equal(answer.headers.get("access-control-allow-origin"), "https://www.example.com");
    assert.match(answer.headers.get("access-control-allow-headers") ?? "", /Authorization/);
    assert.equal((await ask("https://evil.example.com")).headers.get("access-control-allow-origin"), null);
  });
}

/** The token with another claim and the signature that it had. */
function forged(token: string): string {
  const [header, payload = "", signature] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
  const changed = Buffer.from(JSON.stringify({ ...claims, scope: "shop/write" })).toString("base64url");
  return [header, changed, signature].join(".");
}
