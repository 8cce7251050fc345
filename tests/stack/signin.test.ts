import assert from "node:assert/strict";
import { CognitoIdentity } from "@aws-sdk/client-cognito-identity";
import { type AuthenticationResultType, CognitoIdentityProvider } from "@aws-sdk/client-cognito-identity-provider";
import { type AttributeValue, DynamoDB } from "@aws-sdk/client-dynamodb";
import { Kinesis } from "@aws-sdk/client-kinesis";
import { S3 } from "@aws-sdk/client-s3";
import { Agent } from "node:https";
import { Checkout } from "./checkout";
import { Users } from "./users";

interface Outputs {
  apiUrl: string;
  usersTable: string;
  ordersTable: string;
  eventsStream: string;
  userFilesBucket: string;
  userPoolId: string;
  userPoolClientId: string;
  identityPoolId: string;
}

interface SecureEndpoint {
  endpoint: string;
  certificate: string;
}

const patterns = ["usersApi", "usersTable", "eventIngest", "userPool", "identityPool", "ordersTable"];
const root = { accessKeyId: "test", secretAccessKey: "test" };
const [admin, reader, nobody] = ["anna@example.com", "bert@example.com", "carla@example.com"];

describe("from sign-up to rows, on the stack deployed by the engine under the policy pack", function () {
  this.timeout(180_000);
  let checkout: Checkout;
  let outputs: Outputs;
  let client: { region: string; endpoint: string; credentials: typeof root };
  let dynamodb: DynamoDB;
  let identities: CognitoIdentity;
  let cognito: CognitoIdentityProvider;
  const tokens = new Map<string, AuthenticationResultType>();

  before(async () => {
    checkout = await Checkout.copy(patterns);
    const { code, stdout, stderr } = await checkout.run("up", "--stack", "local", "--verbose");
    assert.equal(code, 0, stdout + stderr);
    // On this machine everything may be deleted; what is exempt, and what is not known, is told by "headroom".
    assert.doesNotMatch(stdout, /! policy (?!headroom |(dynamodb|cognito)-deletion-protection )/, "findings");
    assert.doesNotMatch(stdout, /mapping templates/);
    outputs = JSON.parse(checkout.read(".local", "outputs.json")) as Outputs;
    client = { region: "us-east-1", endpoint: `http://127.0.0.1:${checkout.port}`, credentials: root };
    dynamodb = new DynamoDB(client);
    identities = new CognitoIdentity(client);
    cognito = new CognitoIdentityProvider(client);
    const users = new Users(cognito, outputs);
    await users.add(admin, "admins");
    await users.add(reader, "readers");
    await users.add(nobody);
    for (const email of [admin, reader, nobody]) tokens.set(email, await users.tokens(email));
  });
  after(async () => {
    await checkout.close();
    for (const each of [dynamodb, identities, cognito]) each?.destroy();
  });

  const accessToken = (email: string): string | undefined => tokens.get(email)?.AccessToken;
  const call = (token: string | undefined, method: string, path: string, body?: object, headers: object = {}) =>
    fetch(outputs.apiUrl + path, {
      method,
      body: body && JSON.stringify(body),
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }), ...headers },
    });
  const readStatus = async (...request: Parameters<typeof call>): Promise<number> => (await call(...request)).status;

  it("an administrator creates, reads, changes, lists and deletes a user; the row is in the table", async () => {
    const token = accessToken(admin);
    const ada = { name: "Ada", email: "ada@example.com" };
    const made = await call(token, "POST", "/users", ada, { "idempotency-key": "first" });
    assert.equal(made.status, 201, await made.clone().text());
    const user = (await made.json()) as { id: string; version: number };
    assert.deepEqual(await (await call(token, "POST", "/users", ada, { "idempotency-key": "first" })).json(), user);
    const { Item } = await dynamodb.getItem({ TableName: outputs.usersTable, Key: { UserID: { S: user.id } } });
    assert.equal(Item?.email?.S, "ada@example.com");
    const read = await call(token, "GET", `/users/${user.id}`);
    assert.deepEqual([read.status, read.headers.get("etag")], [200, '"1"']);
    const changed = await call(token, "PUT", `/users/${user.id}`, { ...ada, name: "Countess" }, { "if-match": '"1"' });
    assert.equal(((await changed.json()) as { version: number }).version, 2);
    assert.equal(await readStatus(token, "PUT", `/users/${user.id}`, ada, { "if-match": '"1"' }), 412);
    const { users: listed } = (await (await call(token, "GET", "/users?limit=5")).json()) as {
      users: { id: string }[];
    };
    assert.deepEqual(
      listed.map(({ id }) => id),
      [user.id],
    );
    assert.equal(await readStatus(token, "DELETE", `/users/${user.id}`), 204);
    assert.equal(await readStatus(token, "GET", `/users/${user.id}`), 404);
  });

  it("an event that is not as declared is refused before it could reach the stream", async () => {
    assert.ok(outputs.eventsStream);
    const token = accessToken(admin);
    assert.equal(await readStatus(token, "POST", "/events", { type: "clicked" }), 400);
    assert.equal(await readStatus(token, "POST", "/events/batch", { records: [] }), 400);
  });

  it("events reach the stream by the API's own role, one and many", async () => {
    const token = accessToken(admin);
    const event = (type: string) => ({ source: "shop", type, data: { text: 'it\'s "new"' } });
    const one = await call(token, "POST", "/events", event("one"));
    assert.equal(one.status, 202, await one.clone().text());
    assert.ok(((await one.json()) as { sequenceNumber: string }).sequenceNumber);
    const many = await call(token, "POST", "/events/batch", { records: [event("two"), event("three")] });
    assert.deepEqual([many.status, ((await many.json()) as { rejected: number }).rejected], [202, 0]);
    const kinesis = new Kinesis(client);
    const { StreamDescription } = await kinesis.describeStream({ StreamName: outputs.eventsStream });
    const found: unknown[] = [];
    for (const { ShardId } of StreamDescription?.Shards ?? []) {
      const { ShardIterator } = await kinesis.getShardIterator({
        StreamName: outputs.eventsStream,
        ShardId,
        ShardIteratorType: "TRIM_HORIZON",
      });
      const { Records = [] } = await kinesis.getRecords({ ShardIterator });
      found.push(...Records.map(({ Data }) => JSON.parse(Buffer.from(Data ?? []).toString()) as unknown));
    }
    kinesis.destroy();
    assert.deepEqual(found, [event("one"), event("two"), event("three")]);
  });

  it("a caller without a token gets a 401 that is a problem, and so does one with somebody else's word for it", async () => {
    const response = await call(undefined, "GET", "/users");
    assert.equal(response.status, 401);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.equal(await readStatus("aaa.bbb.ccc", "GET", "/users"), 401);
  });

  it("API Gateway lets nobody do what the groups' scopes do not say, nor in with an ID token", async () => {
    const token = accessToken(reader);
    assert.equal(await readStatus(token, "GET", "/users"), 200);
    assert.equal(await readStatus(token, "POST", "/users", { name: "B", email: "b@example.com" }), 401);
    assert.equal(await readStatus(accessToken(nobody), "GET", "/users"), 401);
    assert.equal(await readStatus(tokens.get(admin)?.IdToken, "GET", "/users"), 401);
  });

  /** The user's identity, and AWS clients that have nothing but the user's own credentials. */
  async function personal(email: string) {
    const { IdToken = "" } = tokens.get(email) ?? {};
    const Logins = { [`cognito-idp.us-east-1.amazonaws.com/${outputs.userPoolId}`]: IdToken };
    const { IdentityId = "" } = await identities.getId({ IdentityPoolId: outputs.identityPoolId, Logins });
    const { Credentials } = await identities.getCredentialsForIdentity({ IdentityId, Logins });
    const { AccessKeyId = "", SecretKey = "", SessionToken } = Credentials ?? {};
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretKey, sessionToken: SessionToken };
    // The bucket refuses what does not come by TLS.
    const { endpoint, certificate: ca } = (await (
      await fetch(`${client.endpoint}/_headroom/tls`)
    ).json()) as SecureEndpoint;
    const requestHandler = { httpsAgent: new Agent({ ca }) };
    return {
      id: IdentityId,
      dynamodb: new DynamoDB({ ...client, credentials }),
      s3: new S3({ region: client.region, endpoint, credentials, forcePathStyle: true, requestHandler }),
    };
  }
  const denied = (error: Error): boolean => error.name.startsWith("AccessDenied");
  const order = (owner: string, orderId = "1"): Record<string, AttributeValue> => ({
    owner: { S: owner },
    orderId: { S: orderId },
  });

  it("users reach their own orders by every kind of request, and nobody else's by any", async () => {
    const [anna, bert] = [await personal(admin), await personal(reader)];
    const TableName = outputs.ordersTable;
    const requests = (key: Record<string, AttributeValue>): (() => Promise<unknown>)[] => [
      () => anna.dynamodb.putItem({ TableName, Item: { ...key, price: { N: "5" } } }),
      () => anna.dynamodb.updateItem({ TableName, Key: key, UpdateExpression: "REMOVE price" }),
      () => anna.dynamodb.getItem({ TableName, Key: key }),
      () =>
        anna.dynamodb.query({
          TableName,
          KeyConditionExpression: "#o = :o",
          ExpressionAttributeNames: { "#o": "owner" },
          ExpressionAttributeValues: { ":o": key.owner ?? { S: "" } },
        }),
      () => anna.dynamodb.batchGetItem({ RequestItems: { [TableName]: { Keys: [key, order(anna.id, "2")] } } }),
      () =>
        anna.dynamodb.batchWriteItem({
          RequestItems: { [TableName]: [order(anna.id, "2"), key].map((Item) => ({ PutRequest: { Item } })) },
        }),
      () =>
        anna.dynamodb.transactWriteItems({
          TransactItems: [{ Put: { TableName, Item: order(anna.id, "3") } }, { Delete: { TableName, Key: key } }],
        }),
      () => anna.dynamodb.transactGetItems({ TransactItems: [{ Get: { TableName, Key: key } }] }),
      () => anna.dynamodb.deleteItem({ TableName, Key: key }),
    ];
    await bert.dynamodb.putItem({ TableName, Item: { ...order(bert.id), price: { N: "7" } } });
    for (const request of requests(order(anna.id))) await request();
    for (const request of requests(order(bert.id))) await assert.rejects(request(), denied, String(request));
    await assert.rejects(anna.dynamodb.scan({ TableName }), denied);
    await assert.rejects(
      anna.dynamodb.getItem({ TableName: outputs.usersTable, Key: { UserID: { S: anna.id } } }),
      denied,
    );
    const { Items = [] } = await dynamodb.scan({ TableName });
    assert.deepEqual(
      Items.filter(({ owner }) => owner?.S === bert.id),
      [{ ...order(bert.id), price: { N: "7" } }],
    );
    assert.deepEqual(Items.filter(({ owner }) => owner?.S === anna.id).length, 2);
    for (const each of [anna, bert]) each.dynamodb.destroy();
  });

  it("npm run sign-in prints a token that the API takes, and credentials for a shell", async () => {
    const signIn = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await checkout.run("sign-in", "--user", "dora@example.com", ...args);
      assert.equal(code, 0, stderr);
      return stdout.trim();
    };
    assert.equal(await readStatus(await signIn(), "GET", "/users"), 401);
    assert.equal(await readStatus(await signIn("--group", "readers"), "GET", "/users"), 200);
    const variables = await signIn("--credentials");
    assert.match(variables, /^export AWS_ACCESS_KEY_ID='ASIA\w+'$[^]*^export IDENTITY='us-east-1:[\w-]+'$/m);
    const given = JSON.parse(await signIn("--credentials", "--json")) as Record<string, string>;
    assert.match(given.AWS_ACCESS_KEY_ID ?? "", /^ASIA\w+$/);
    const { code, stderr } = await checkout.run("sign-in", "--user", "dora@example.com", "--group", "kings");
    assert.equal(code, 1);
    assert.match(stderr, /^headroom: dora@example\.com: .*[Gg]roup/);
  });

  it("users reach their own files, and nobody else's", async () => {
    const [anna, bert] = [await personal(admin), await personal(reader)];
    const Bucket = outputs.userFilesBucket;
    const file = (id: string) => ({ Bucket, Key: `private/${id}/note.txt` });
    await bert.s3.putObject({ ...file(bert.id), Body: "bert's" });
    await anna.s3.putObject({ ...file(anna.id), Body: "anna's" });
    assert.equal(await (await anna.s3.getObject(file(anna.id))).Body?.transformToString(), "anna's");
    const own = await anna.s3.listObjectsV2({ Bucket, Prefix: `private/${anna.id}/` });
    assert.deepEqual(
      own.Contents?.map(({ Key }) => Key),
      [file(anna.id).Key],
    );
    await assert.rejects(anna.s3.getObject(file(bert.id)), denied);
    await assert.rejects(anna.s3.putObject({ ...file(bert.id), Body: "mine" }), denied);
    await assert.rejects(anna.s3.deleteObject(file(bert.id)), denied);
    await assert.rejects(anna.s3.listObjectsV2({ Bucket, Prefix: "private/" }), denied);
    await assert.rejects(anna.s3.putObject({ Bucket, Key: "note.txt", Body: "everybody's" }), denied);
    for (const each of [anna, bert]) each.s3.destroy();
  });
});
