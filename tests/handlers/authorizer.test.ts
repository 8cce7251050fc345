import {
  type APIGatewayAuthorizerResult,
  type APIGatewayRequestAuthorizerEvent,
  type APIGatewayTokenAuthorizerEvent,
  type Context,
} from "aws-lambda";
import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";

import { coldStart, contextWith, runtimeEnvironment } from "./load";
import { root } from "./emulator";

const USER_POOL_ID = "eu-central-1_AbCdEf123";
const issuer = `https://cognito-idp.eu-central-1.amazonaws.com/${USER_POOL_ID}`;
const methodArn = "arn:aws:execute-api:eu-central-1:123456789012:a1b2c3/prod/GET/users/1";
const stage = methodArn.split("/GET")[0];

type Handler = (
  event: APIGatewayTokenAuthorizerEvent | APIGatewayRequestAuthorizerEvent,
  context: Context,
) => Promise<APIGatewayAuthorizerResult>;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const keys = (): { publicKey: KeyObject; privateKey: KeyObject } => generateKeyPairSync("rsa", { modulusLength: 2048 });

describe("the authorizer, with tokens and keys of its own making instead of Cognito's", () => {
  const pool = keys();
  const kid = "pool-key";
  let server: Server;
  let fetched: string[];
  let endpoint: string;
  let outage: number | "hanging" | undefined;

  before(async () => {
    const jwk = { ...pool.publicKey.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" };
    server = createServer((request, response) => {
      fetched.push(request.url ?? "");
      if (outage === "hanging") return;
      response.statusCode = outage ?? 200;
      response.end(JSON.stringify({ keys: [jwk] }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    fetched = [];
    outage = undefined;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const start = (environment: Record<string, string> = {}): Handler =>
    coldStart<Handler>("authorizer", {
      ...runtimeEnvironment(endpoint, root),
      USER_POOL_ID,
      CLIENT_IDS: '["app","web"]',
      RULES: JSON.stringify([
        { route: "GET /users/{id}", scopes: ["headroom/read"] },
        { route: "DELETE /users/{id}", groups: ["admins"] },
      ]),
      ...environment,
    });
  const now = (): number => Math.floor(Date.now() / 1_000);
  const access = (claims: object = {}): object => ({
    sub: "user-1",
    username: "anna",
    iss: issuer,
    token_use: "access",
    client_id: "app",
    scope: "headroom/read openid",
    iat: now(),
    exp: now() + 3_600,
    ...claims,
  });
  function token(claims: object, key = pool.privateKey, header: object = {}): string {
    const text = `${part({ alg: "RS256", kid, ...header })}.${part(claims)}`;
    return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
  }
  const ask = (handler: Handler, jwt: string) =>
    handler({ type: "TOKEN", authorizationToken: `Bearer ${jwt}`, methodArn }, contextWith());
  const isUnauthorized = (error: Error): boolean => error.message === "Unauthorized";
  const statement = (Effect: string, ...routes: string[]) => ({
    Effect,
    Action: "execute-api:Invoke",
    Resource: routes.map((route) => `${stage}/${route}`),
  });
  // A parameter is one segment, and not an empty one.
  const beyond = statement("Deny", "*/users/*/*", "*/users/");
  const opened = [statement("Allow", "GET/users/*"), beyond];

  it("a good token opens what its scopes open, and tells the API who calls", async () => {
    const { principalId, policyDocument, context } = await ask(start(), token(access()));
    assert.equal(principalId, "user-1");
    assert.deepEqual(policyDocument.Statement, opened);
    assert.deepEqual(context, {
      sub: "user-1",
      username: "anna",
      clientId: "app",
      scopes: "headroom/read openid",
      groups: "",
    });
  });

  it("the same token in the event of a REQUEST authorizer gets the same policy", async () => {
    const event = {
      type: "REQUEST",
      methodArn,
      headers: { authorization: `Bearer ${token(access())}` },
    } as unknown as APIGatewayRequestAuthorizerEvent;
    assert.deepEqual((await start()(event, contextWith())).policyDocument.Statement, opened);
  });

  it("groups open what scopes do not", async () => {
    const claims = access({ scope: "openid", "cognito:groups": ["admins"] });
    const { policyDocument } = await ask(start(), token(claims));
    assert.deepEqual(policyDocument.Statement, [statement("Allow", "DELETE/users/*"), beyond]);
  });

  it("a good token without any right is denied, which is a 403", async () => {
    const { policyDocument } = await ask(start(), token(access({ scope: "openid" })));
    assert.deepEqual(policyDocument.Statement, [statement("Deny", "*")]);
  });

  it("a machine's token has no user name", async () => {
    const { username: _none, ...claims } = access({ sub: "app" }) as Record<string, unknown>;
    assert.equal((await ask(start(), token(claims))).context?.username, "");
  });

  const secret = pool.publicKey.export({ format: "pem", type: "spki" });
  const forged = (header: object, claims: object, signature: (text: string) => string): string => {
    const text = `${part(header)}.${part(claims)}`;
    return `${text}.${signature(text)}`;
  };
  const bad: Record<string, () => string> = {
    "is expired": () => token(access({ exp: now() - 1 })),
    "never expires": () => token(access({ exp: undefined })),
    "has an end that is no number": () => token(access({ exp: String(now() + 600) })),
    "expired at a time that is no date": () => token(access({ exp: -1e300 })),
    "begins at a time that is no date": () => token(access({ nbf: 1e300 })),
    "says nobody's name": () => token(access({ sub: undefined })),
    "has one group as a text": () => token(access({ "cognito:groups": "admins" })),
    "has scopes in a list": () => token(access({ scope: ["headroom/read"] })),
    "names no app": () => token(access({ client_id: undefined, aud: "app" })),
    "names two apps": () => token(access({ client_id: ["app", "web"] })),
    "names its key as a path": () => token(access(), pool.privateKey, { kid: "../../dev/null" }),
    "names an inherited member as its key": () => token(access(), pool.privateKey, { kid: "__proto__" }),
    "names no key": () => token(access(), pool.privateKey, { kid: undefined }),
    "brings a key of its own": () => {
      const own = keys();
      const jwk = own.publicKey.export({ format: "jwk" });
      const header = { jwk, jku: `${endpoint}/own.json`, x5u: `${endpoint}/own.pem` };
      return token(access(), own.privateKey, { ...header, kid: "own" });
    },
    "is signed by another algorithm of the same key": () => token(access(), pool.privateKey, { alg: "RS512" }),
    "is encrypted": () => [token(access()), "a", "b"].join("."),
    "is in another token": () => forged({ alg: "RS256", kid, cty: "JWT" }, [token(access())], () => "AA"),
    "was issued in the future": () => token(access({ iat: now() + 600, exp: now() + 4_200 })),
    "was issued at a time that is no date": () => token(access({ iat: 1e300 })),
    "was issued at a time that is no number": () => token(access({ iat: String(now()) })),
    "is a megabyte of nothing": () => `${"a".repeat(1_000_000)}.${part(access())}.AA`,
    "is not valid yet": () => token(access({ nbf: now() + 600 })),
    "comes from another pool": () => token(access({ iss: issuer.replace("AbC", "XyZ") })),
    "comes from another Region": () => token(access({ iss: issuer.replace("central", "west") })),
    "is for another app": () => token(access({ client_id: "other" })),
    "is an ID token": () => token(access({ token_use: "id", aud: "app" })),
    "is a refresh token": () => token(access({ token_use: "refresh" })),
    "is signed by somebody else": () => token(access(), keys().privateKey),
    "names a key that the pool does not have": () => token(access(), pool.privateKey, { kid: "another" }),
    "is not signed": () => forged({ alg: "none", kid }, access(), () => "AA"),
    "is signed with the public key as a secret": () =>
      forged({ alg: "HS256", kid }, access(), (text) => createHmac("sha256", secret).update(text).digest("base64url")),
    "was changed": () => {
      const [head, , tail] = token(access()).split(".");
      return `${head}.${part(access({ scope: "headroom/write" }))}.${tail}`;
    },
    "is no token": () => "aaa.bbb.ccc",
  };
  for (const [what, make] of Object.entries(bad)) {
    it(`a token that ${what} is refused, which is a 401`, () => assert.rejects(ask(start(), make()), isUnauthorized));
  }

  it("a token of a pool whose clock is half a minute ahead is taken", async () => {
    assert.equal((await ask(start(), token(access({ iat: now() + 30 })))).principalId, "user-1");
  });

  it("an access token may say in any form what it is meant for", async () => {
    for (const aud of ["https://api.example", ["one", "two"], []]) {
      assert.equal((await ask(start(), token(access({ aud })))).context?.clientId, "app");
    }
  });

  it("an ID token opens what groups open, where the API takes ID tokens", async () => {
    const handler = start({ TOKEN_USE: "id", RULES: '[{"route":"GET /users/{id}","groups":["admins"]}]' });
    const { scope: _none, client_id: _neither, ...claims } = access() as Record<string, unknown>;
    const id = { ...claims, token_use: "id", aud: "web", "cognito:username": "anna", "cognito:groups": ["admins"] };
    const { policyDocument, context } = await ask(handler, token(id));
    assert.deepEqual(policyDocument.Statement, opened);
    assert.deepEqual([context?.username, context?.clientId], ["anna", "web"]);
    await assert.rejects(ask(handler, token(access())), isUnauthorized);
  });

  it("the pool's keys are fetched once, from where its issuer has them", async () => {
    const handler = start();
    for (let turn = 0; turn < 3; turn++) await ask(handler, token(access()));
    assert.deepEqual(fetched, [`/${USER_POOL_ID}/.well-known/jwks.json`]);
  });

  it("made-up keys do not make it fetch without end", async () => {
    const handler = start();
    const guess = () => ask(handler, token(access(), pool.privateKey, { kid: "another" }));
    for (let turn = 0; turn < 5; turn++) await assert.rejects(guess(), isUnauthorized);
    assert.ok(fetched.length <= 2, `${fetched.length} times`);
  });

  it("when the keys cannot be had nobody gets in, and it is no 401: the token may be good", async () => {
    const handler = start();
    outage = 503;
    await assert.rejects(ask(handler, token(access())), (error: Error) => !isUnauthorized(error));
    outage = undefined;
    assert.deepEqual((await ask(handler, token(access()))).policyDocument.Statement, opened);
  });

  it("a pool whose keys nobody gets is no outage: its tokens are refused", async () => {
    for (outage of [403, 404, 410]) await assert.rejects(ask(start(), token(access())), isUnauthorized);
  });

  it("keys that do not come are waited for within the function's time, and asked for again", async () => {
    const handler = start();
    outage = "hanging";
    const begun = Date.now();
    await assert.rejects(ask(handler, token(access())), (error: Error) => !isUnauthorized(error));
    assert.ok(Date.now() - begun < 4_000, `${Date.now() - begun} ms`);
    outage = undefined;
    assert.deepEqual((await ask(handler, token(access()))).policyDocument.Statement, opened);
  });

  it("many callers at once fetch the keys once", async () => {
    const handler = start();
    await Promise.all(Array.from({ length: 50 }, () => ask(handler, token(access()))));
    assert.equal(fetched.length, 1);
  });

  it("a flood of made-up keys is no flood of fetches, and good tokens get in meanwhile", async () => {
    const handler = start();
    const guess = (turn: number) => ask(handler, token(access(), pool.privateKey, { kid: `guess-${turn}` }));
    await Promise.all(Array.from({ length: 50 }, (_, turn) => assert.rejects(guess(turn), isUnauthorized)));
    assert.deepEqual((await ask(handler, token(access()))).policyDocument.Statement, opened);
    for (let turn = 50; turn < 60; turn++) await assert.rejects(guess(turn), isUnauthorized);
    assert.ok(fetched.length <= 2, `${fetched.length} times`);
  });

  const strangers: Record<string, unknown> = {
    "the newer form of the pool's own address": issuer.replace("cognito-idp", "issuer-cognito-idp"),
    "another pool": issuer.replace("AbC", "XyZ"),
    "the address with a slash": `${issuer}/`,
    "the address in capitals": issuer.toUpperCase(),
    "the same address by http": issuer.replace("https", "http"),
    "somebody's server": "https://evil.example/" + USER_POOL_ID,
    "a list with the pool": [issuer],
    "no issuer": undefined,
  };
  for (const [who, iss] of Object.entries(strangers)) {
    it(`a token whose issuer is ${who} is refused before anything is fetched`, async () => {
      outage = 403;
      await assert.rejects(ask(start(), token(access({ iss }))), isUnauthorized);
      assert.deepEqual(fetched, []);
    });
  }

  it("an HTTP API gets a yes or a no for the request at hand, and who calls", async () => {
    const handler = start() as unknown as (event: object, context: Context) => Promise<object>;
    const authorization = `Bearer ${token(access())}`;
    const answer = (route: string) =>
      handler(
        { version: "2.0", type: "REQUEST", routeArn: `${stage}/${route}`, headers: { authorization } },
        contextWith(),
      );
    const context = { sub: "user-1", username: "anna", clientId: "app", scopes: "headroom/read openid", groups: "" };
    assert.deepEqual(await answer("GET/users/1"), { isAuthorized: true, context });
    for (const route of ["DELETE/users/1", "GET/users/1/secrets", "GET/users", "GET/"]) {
      assert.deepEqual(await answer(route), { isAuthorized: false, context }, route);
    }
  });
});
