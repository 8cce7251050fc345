import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { type APIGatewayProxyEvent } from "aws-lambda";
import fc from "fast-check";
import assert from "node:assert/strict";

import { type handler as usersHandler } from "../../handlers/users/handler";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { flakyProxy } from "./flaky-proxy";
import { identityWith } from "./identity";
import { coldStart, contextWith, type Credentials, runtimeEnvironment } from "./load";

type Handler = typeof usersHandler;
interface Problem {
  title: string;
  status: number;
  errors?: { at: string; message: string }[];
  requestId: string;
}
interface User {
  id: string;
  name: string;
  email: string;
  version: number;
  metadata?: Record<string, string>;
}
interface Reply {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}
interface Request {
  body?: unknown;
  headers?: Record<string, string>;
  query?: Record<string, string>;
  id?: string;
  caller?: string;
}

const TABLE = "handlers-users";
/** Exactly what the function's role is granted. */
const rights = [
  {
    Effect: "Allow" as const,
    Action: ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Scan"].map((action) => `dynamodb:${action}`),
    Resource: `arn:aws:dynamodb:${REGION}:000000000000:table/${TABLE}`,
  },
];
const ada = { name: "Ada Lovelace", email: "ada@example.com" };

describe("users function on the emulator, with its role's rights only", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let identity: Credentials;
  let dynamodb: DynamoDBClient;
  let handler: Handler;

  const load = (endpoint = emulator.endpoint, more: Record<string, string> = {}): Handler =>
    coldStart<Handler>("users", { ...runtimeEnvironment(endpoint, identity), USERS_TABLE: TABLE, ...more });

  async function send(route: string, request: Request = {}, through = handler): Promise<Reply> {
    const [httpMethod, resource] = route.split(" ");
    const { body, headers = {}, query = null, id, caller = "user-1" } = request;
    const event = {
      httpMethod,
      resource,
      body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
      isBase64Encoded: false,
      headers,
      queryStringParameters: query,
      pathParameters: id === undefined ? null : { id },
      requestContext: { requestId: "request-7", authorizer: { principalId: caller }, identity: {} },
    } as unknown as APIGatewayProxyEvent;
    const answer = await through(event, contextWith());
    return {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
      body: answer.body === "" ? undefined : (JSON.parse(answer.body) as unknown),
    };
  }
  const create = async (content: object = ada, headers: Record<string, string> = {}): Promise<User> =>
    (await send("POST /users", { body: content, headers })).body as User;
  const refused = async (status: number, route: string, request?: Request, through = handler): Promise<Problem> => {
    const reply = await send(route, request, through);
    assert.equal(reply.status, status, JSON.stringify(reply.body));
    assert.equal(reply.headers["Content-Type"], "application/problem+json");
    const problem = reply.body as Problem;
    assert.deepEqual([problem.status, problem.requestId], [status, "request-7"]);
    return problem;
  };

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    dynamodb = new DynamoDBClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
    await dynamodb.send(
      new CreateTableCommand({
        TableName: TABLE,
        AttributeDefinitions: [{ AttributeName: "UserID", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "UserID", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    identity = await identityWith(emulator.endpoint, "users-function", rights);
    handler = load();
  });
  after(async () => {
    dynamodb.destroy();
    await emulator.stop();
  });

  it("a user is created, read, changed and deleted", async () => {
    const made = await send("POST /users", { body: { ...ada, metadata: { team: "engines" } } });
    const user = made.body as User;
    assert.equal(made.status, 201);
    assert.equal(made.headers.Location, `users/${user.id}`);
    assert.equal(made.headers.ETag, '"1"');
    const read = await send("GET /users/{id}", { id: user.id });
    assert.deepEqual([read.status, read.body], [200, user]);
    const change = { id: user.id, body: { ...ada, name: "Countess of Lovelace" }, headers: { "If-Match": '"1"' } };
    const changed = (await send("PUT /users/{id}", change)).body as User;
    assert.deepEqual([changed.name, changed.version, changed.metadata], ["Countess of Lovelace", 2, undefined]);
    assert.deepEqual((await send("GET /users/{id}", { id: user.id })).body, changed);
    assert.equal((await send("DELETE /users/{id}", { id: user.id })).status, 204);
    await refused(404, "GET /users/{id}", { id: user.id });
    await refused(404, "DELETE /users/{id}", { id: user.id });
  });

  it("a change on what has changed meanwhile is refused, and loses nothing", async () => {
    const { id } = await create();
    const put = (name: string) =>
      send("PUT /users/{id}", { id, body: { ...ada, name }, headers: { "if-match": '"1"' } });
    const statuses = (await Promise.all(["One", "Two", "Three"].map(put))).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), [200, 412, 412]);
    assert.equal(((await send("GET /users/{id}", { id })).body as User).version, 2);
    await refused(412, "DELETE /users/{id}", { id, headers: { "If-Match": '"1"' } });
    await refused(428, "PUT /users/{id}", { id, body: ada });
    await refused(404, "PUT /users/{id}", { id: crypto.randomUUID(), body: ada, headers: { "If-Match": '"1"' } });
  });

  it("the same request with the same Idempotency-Key makes one user, and has the same answer each time", async () => {
    const headers = { "Idempotency-Key": "order-1" };
    const replies = await Promise.all([1, 2, 3].map(() => send("POST /users", { body: ada, headers })));
    const [first] = replies;
    for (const { status, body } of replies) assert.deepEqual([status, body], [201, first?.body]);
    const { id } = first?.body as User;
    await send("PUT /users/{id}", { id, body: { ...ada, name: "Changed" }, headers: { "If-Match": '"1"' } });
    assert.deepEqual((await send("POST /users", { body: ada, headers })).body, first?.body, "also after a change");
    await refused(422, "POST /users", { body: { ...ada, name: "Other" }, headers });
    const other = await send("POST /users", { body: ada, headers, caller: "user-2" });
    assert.notEqual((other.body as User).id, id, "another caller's key is another key");
  });

  it("a key that is no longer remembered makes a new user", async () => {
    const headers = { "Idempotency-Key": "forgotten" };
    const { id } = await create(ada, headers);
    const { Items = [] } = await dynamodb.send(
      new ScanCommand({
        TableName: TABLE,
        FilterExpression: "created.UserID = :id",
        ExpressionAttributeValues: marshall({ ":id": id }),
      }),
    );
    assert.equal(Items.length, 1);
    await dynamodb.send(new PutItemCommand({ TableName: TABLE, Item: { ...Items[0], expiresAt: { N: "1" } } }));
    assert.notEqual((await create(ada, headers)).id, id);
  });

  it("the list gives every user once, page by page, and no record of a request", async () => {
    const made = await Promise.all(
      Array.from({ length: 7 }, (_, index) =>
        create({ ...ada, name: `Listed ${index}` }, { "Idempotency-Key": `l${index}` }),
      ),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { status, body } = await send("GET /users", { query: { limit: "3", ...(cursor && { cursor }) } });
      const page = body as { users: User[]; cursor?: string };
      assert.equal(status, 200);
      assert.ok(page.users.length <= 3);
      seen.push(...page.users.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor);
    assert.equal(new Set(seen).size, seen.length);
    for (const { id } of made) assert.ok(seen.includes(id));
    assert.ok(seen.every((id) => !id.includes("idempotency")));
  });

  it("whatever is wrong with a request is listed, each fault with its place", async () => {
    const { errors } = await refused(400, "POST /users", {
      body: { name: "  ", email: "nobody", metadata: { "a/b": 5 }, admin: true },
    });
    assert.deepEqual(errors?.map(({ at }) => at).sort(), ["/admin", "/email", "/metadata/a~1b", "/name"]);
    await refused(400, "POST /users", { body: "{not json" });
    await refused(413, "POST /users", { body: { ...ada, name: "x".repeat(40_000) } });
    await refused(400, "POST /users", { body: ada, headers: { "Idempotency-Key": "with blanks" } });
    await refused(400, "GET /users", { query: { limit: "0" } });
    await refused(400, "GET /users", { query: { cursor: "bm9uZSBvZiBvdXJz=" } });
    await refused(404, "GET /users/{id}", { id: "idempotency#1" });
    await refused(404, "PATCH /users");
  });

  const halves = { name: "\\ud800", key: "\\udc00x" };
  const person = (more: string): string => `{"name":"Ada","email":"ada@example.com"${more}}`;
  for (const [what, body, at] of [
    ["the key __proto__ in the metadata", person(',"metadata":{"__proto__":"x"}'), "/__proto__"],
    ["the key __proto__ of the user", person(',"__proto__":{"admin":true}'), "/__proto__"],
    ["the key constructor", person(',"metadata":{"constructor":"x"}'), "/constructor"],
    ["half a character in a name", `{"name":"${halves.name}","email":"ada@example.com"}`, "/name"],
    ["half a character in the metadata", person(`,"metadata":{"a":"x${halves.name}"}`), "/a"],
    ["half a character in a key", person(`,"metadata":{"${halves.key}":"x"}`), "/\ufffdx"],
  ] as const) {
    it(`${what} is refused with its place`, async () => {
      const { errors } = await refused(400, "POST /users", { body });
      assert.ok(
        errors?.some((fault) => fault.at === at),
        JSON.stringify(errors),
      );
    });
  }

  it("no body is an error of ours: it is kept as it came, or refused (property)", async () => {
    const key = fc.oneof(
      fc.constantFrom(
        "__proto__",
        "constructor",
        "prototype",
        "toString",
        "valueOf",
        "hasOwnProperty",
        "toJSON",
        "then",
      ),
      fc.constantFrom(
        "$ref",
        "#name",
        ":name",
        "S",
        "NULL",
        "wrapNumbers",
        "length",
        "\u0000",
        "\ud83d\ude00",
        "\udc00",
      ),
      fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
    );
    const metadata = fc.array(fc.tuple(key, fc.string({ unit: "binary", maxLength: 20 })), { maxLength: 4 });
    const name = fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom("\ud800", "null", "\u0000a"));
    const raw = fc.oneof(
      fc.json(),
      fc.constantFrom("", "null", "[]", "0", '"a"', "[".repeat(15_000), '{"a":'.repeat(6_000), "\ufeff{}", "{}x"),
      fc.tuple(name, metadata).map(([text, pairs]) => {
        const members = pairs.map(([member, value]) => `${JSON.stringify(member)}:${JSON.stringify(value)}`);
        return `{"name":${JSON.stringify(text)},"email":"ada@example.com","metadata":{${members.join(",")}}}`;
      }),
    );
    await fc.assert(
      fc.asyncProperty(raw, async (body) => {
        const { status, body: answer } = await send("POST /users", { body });
        assert.ok([201, 400].includes(status), `${status} for ${body.slice(0, 200)}`);
        if (status !== 201) return;
        const given = JSON.parse(body) as User;
        const { id, ...kept } = answer as User;
        const read = (await send("GET /users/{id}", { id })).body as User;
        assert.deepEqual([read.name, read.metadata], [given.name.trim(), given.metadata]);
        assert.deepEqual(kept.metadata, given.metadata);
      }),
      { numRuns: 150 },
    );
  });

  it("bytes that are no text are refused, and a request without headers is one", async () => {
    const event = {
      httpMethod: "POST",
      resource: "/users",
      body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]).toString("base64"),
      isBase64Encoded: true,
      headers: null,
      queryStringParameters: null,
      pathParameters: null,
      requestContext: { requestId: "request-7", identity: {} },
    } as unknown as APIGatewayProxyEvent;
    assert.equal((await handler(event, contextWith())).statusCode, 400);
    const body = JSON.stringify(ada);
    assert.equal((await handler({ ...event, body, isBase64Encoded: false }, contextWith())).statusCode, 201);
  });

  it("identities of one pool, which sign with one role, have idempotency keys of their own", async () => {
    const ids = await Promise.all(
      ["eu-west-1:1", "eu-west-1:2"].map(async (cognitoIdentityId) => {
        const userArn = "arn:aws:sts::123456789012:assumed-role/signed-in/CognitoIdentityCredentials";
        const event = {
          httpMethod: "POST",
          resource: "/users",
          body: JSON.stringify(ada),
          headers: { "Idempotency-Key": "shared" },
          requestContext: { requestId: "request-7", identity: { cognitoIdentityId, userArn } },
        } as unknown as APIGatewayProxyEvent;
        return (JSON.parse((await handler(event, contextWith())).body) as User).id;
      }),
    );
    assert.notEqual(ids[0], ids[1]);
  });

  it("what happens within stays within: a failing table is a 500 with no word of it", async () => {
    const broken = load(emulator.endpoint, { USERS_TABLE: "another-table" });
    const { title, ...rest } = await refused(500, "GET /users/{id}", { id: crypto.randomUUID() }, broken);
    assert.equal(title, "The service has a problem");
    assert.doesNotMatch(JSON.stringify(rest), /dynamo|table|arn:|access/i);
  });

  it("a throttled table is a 503 that says when to come again", async () => {
    const proxy = await flakyProxy(emulator.endpoint);
    proxy.judge = () => ({ status: 400, code: "ThrottlingException" });
    const throttled = load(proxy.endpoint, { AWS_MAX_ATTEMPTS: "1" });
    const reply = await send("GET /users/{id}", { id: crypto.randomUUID() }, throttled);
    await proxy.close();
    assert.equal(reply.status, 503, JSON.stringify(reply.body));
    assert.equal(reply.headers["Retry-After"], "1");
  });

  it("a page of the other origin may read the answers where the API says so", async () => {
    const open = load(emulator.endpoint, { CORS_ORIGIN: "https://www.example.com" });
    const { headers } = await send("GET /users", {}, open);
    assert.equal(headers["Access-Control-Allow-Origin"], "https://www.example.com");
    assert.equal((await send("GET /users")).headers["Access-Control-Allow-Origin"], undefined);
  });

  it("a user is kept as one item under its id", async () => {
    const { id, name } = await create();
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName: TABLE, Key: { UserID: { S: id } } }));
    assert.equal(Item?.name?.S, name);
    assert.equal(Item?.version?.N, "1");
  });
});
