import { CreateTableCommand, DeleteItemCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
  InvokeCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import assert from "node:assert/strict";

import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { ACCOUNT, allow, deployPacked, telemetryVariables } from "./packed";
import { startValkey, type TestValkey } from "./valkey";

const NAME = "read-through";

describe("read-through function on the emulator under its own role, with a real Valkey server behind TLS", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let valkey: TestValkey;
  let dynamodb: DynamoDBClient;
  let lambda: LambdaClient;
  const variables = (CACHE_ENDPOINT: string) => ({
    ...telemetryVariables(NAME),
    TABLE_NAME: "Items",
    CACHE_ENDPOINT,
    CACHE_NAME: "valkey-test",
    CACHE_USER: "valkey-user",
    TTL_SECONDS: "300",
    MISSING_TTL_SECONDS: "30",
  });

  const put = (id: string, seats: number) =>
    dynamodb.send(new PutItemCommand({ TableName: "Items", Item: { id: { S: id }, seats: { N: String(seats) } } }));
  const cacheKey = (id: string): string => `Items:[["id","${id}"]]`;
  async function read(...ids: string[]): Promise<{ items: unknown[]; from: string[] }> {
    const { Payload, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: NAME, Payload: JSON.stringify({ keys: ids.map((id) => ({ id })) }) }),
    );
    const text = Buffer.from(Payload ?? []).toString();
    assert.equal(FunctionError, undefined, text);
    return JSON.parse(text) as { items: unknown[]; from: string[] };
  }
  async function useCache(endpoint: string): Promise<void> {
    await lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: NAME, Environment: { Variables: variables(endpoint) } }),
    );
    await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: 60 }, { FunctionName: NAME });
  }

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    valkey = await startValkey(emulator.certificate, "valkey-user");
    const settings = { endpoint: emulator.endpoint, region: REGION, credentials: root };
    [dynamodb, lambda] = [new DynamoDBClient(settings), new LambdaClient(settings)];
    await dynamodb.send(
      new CreateTableCommand({
        TableName: "Items",
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    await deployPacked(emulator, lambda, NAME, {
      rights: [allow(["dynamodb:GetItem"], `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/Items`)],
      variables: variables(valkey.endpoint),
    });
  });
  after(async () => {
    for (const client of [dynamodb, lambda]) client.destroy();
    await valkey.stop();
    await emulator.stop();
  });

  it("reads an item from the table once and from the cache then, for about as long as it was told to keep it", async () => {
    await put("one", 4);
    assert.deepEqual(await read("one"), { items: [{ id: "one", seats: 4 }], from: ["source"] });
    await put("one", 5); // past the cache
    assert.deepEqual(await read("one"), { items: [{ id: "one", seats: 4 }], from: ["cache"] });
    const [, seconds = ""] = /^:(\d+)$/.exec(await valkey.command("TTL", cacheKey("one"))) ?? [];
    assert.ok(Number(seconds) > 260 && Number(seconds) <= 330, seconds);
  });

  it("signs in as its user with a request of its role, signed for 15 minutes, and keeps the connection", () => {
    assert.equal(valkey.sent.length, 1, "one connection for all calls");
    const [, , command, , user, , token = ""] = valkey.sent[0]?.split("\r\n") ?? [];
    assert.deepEqual([command?.toLowerCase(), user], ["auth", "valkey-user"]);
    const url = new URL(`http://${token}`);
    assert.deepEqual([url.host, url.pathname], ["valkey-test", "/"]);
    const { searchParams: query } = url;
    assert.deepEqual(
      ["Action", "User", "ResourceType", "X-Amz-Expires"].map((name) => query.get(name)),
      ["connect", "valkey-user", "ServerlessCache", "900"],
    );
    assert.match(query.get("X-Amz-Credential") ?? "", new RegExp(`/${REGION}/elasticache/aws4_request$`));
    assert.match(query.get("X-Amz-Signature") ?? "", /^[0-9a-f]{64}$/);
    assert.ok(query.get("X-Amz-Security-Token"), "the role's temporary credentials sign");
  });

  it("remembers that there is no item, for a shorter time", async () => {
    assert.deepEqual(await read("none"), { items: [null], from: ["source"] });
    assert.deepEqual(await read("none"), { items: [null], from: ["cache"] });
    const [, seconds = ""] = /^:(\d+)$/.exec(await valkey.command("TTL", cacheKey("none"))) ?? [];
    assert.ok(Number(seconds) > 20 && Number(seconds) <= 33, seconds);
  });

  it("asks the table once for a key that is asked for several times at once", async () => {
    await put("many", 1);
    const { items, from } = await read("many", "many", "many");
    assert.deepEqual(new Set(items.map((item) => JSON.stringify(item))).size, 1);
    assert.deepEqual(from, ["source", "shared", "shared"]);
  });

  it("writes over what it cannot read", async () => {
    await put("broken", 2);
    await valkey.command("SET", cacheKey("broken"), "{no JSON");
    assert.deepEqual((await read("broken")).from, ["source"]);
    assert.deepEqual(await read("broken"), { items: [{ id: "broken", seats: 2 }], from: ["cache"] });
  });

  it("answers from the table when its connection was cut, and by a new one with a new sign-in afterwards", async () => {
    valkey.cut();
    const during = await read("one");
    assert.equal(during.items.length, 1);
    assert.deepEqual((await read("one")).from, ["cache"]);
    assert.equal(valkey.sent.length, 2);
    assert.match(valkey.sent[1] ?? "", /^\*3\r\n\$4\r\nauth\r\n/i);
  });

  it("answers from the table when the cache cannot be reached at all, and when there is none", async () => {
    await dynamodb.send(new DeleteItemCommand({ TableName: "Items", Key: { id: { S: "one" } } }));
    for (const endpoint of ["rediss://127.0.0.1:1", ""]) {
      await useCache(endpoint);
      assert.deepEqual(await read("one", "many"), {
        items: [null, { id: "many", seats: 1 }],
        from: ["source", "source"],
      });
    }
  });
});
