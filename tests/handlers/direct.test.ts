import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { Kinesis } from "@aws-sdk/client-kinesis";
import { SFN } from "@aws-sdk/client-sfn";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import fc from "fast-check";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { DirectType, getItem, putItem, putRecord, putRecords, queryItems, startExecution } from "../../components";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { createRole } from "./identity";
import { answered, callDirect, renderRequest } from "./mapping";

const table = { tableName: "direct", arn: `arn:aws:dynamodb:${REGION}:000000000000:table/direct` };
const stream = { name: "direct", arn: `arn:aws:kinesis:${REGION}:000000000000:stream/direct` };
const attributes = {
  shop: DirectType.String,
  order: DirectType.String,
  note: DirectType.String,
  count: DirectType.Number,
  paid: DirectType.Boolean,
};
const keys = { hashKey: "shop", rangeKey: "order", attributes };

const get = getItem(table, keys);
const put = putItem(table, keys);
const query = queryItems(table, { ...keys, limit: 2 });
const one = putRecord(stream, { partitionKey: "device" });
const workflow = { startArn: `arn:aws:states:${REGION}:000000000000:stateMachine:direct` };
const start = startExecution(workflow, { executionName: "orderId" });
const batch = putRecords(stream, { partitionKey: "device" });

/** Texts with everything that could break out of a JSON text or a template. */
const nasty = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    `"`,
    `'`,
    `\\`,
    `\\'`,
    `"},"TableName":"other","x":{"S":"`,
    "$input.params('x')",
    "#set($a = 1)",
    "\n\t\u2028",
    "ü😀/",
  ),
);

describe("direct integrations: templates through a Velocity engine, requests to the emulated services", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let dynamodb: DynamoDBClient;
  let kinesis: Kinesis;
  let sfn: SFN;

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    const client = { endpoint: emulator.endpoint, region: REGION, credentials: root };
    dynamodb = new DynamoDBClient(client);
    kinesis = new Kinesis(client);
    sfn = new SFN(client);
    await createRole(emulator.endpoint, "direct");
    await sfn.createStateMachine({
      name: "direct",
      roleArn: "arn:aws:iam::000000000000:role/direct",
      definition: JSON.stringify({ StartAt: "End", States: { End: { Type: "Succeed" } } }),
    });
    await dynamodb.send(
      new CreateTableCommand({
        TableName: table.tableName,
        AttributeDefinitions: ["shop", "order"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: [
          { AttributeName: "shop", KeyType: "HASH" },
          { AttributeName: "order", KeyType: "RANGE" },
        ],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    await kinesis.createStream({ StreamName: stream.name, ShardCount: 1 });
    while (
      (await kinesis.describeStreamSummary({ StreamName: stream.name })).StreamDescriptionSummary?.StreamStatus !==
      "ACTIVE"
    ) {
      await sleep(50);
    }
  });
  after(async () => {
    dynamodb.destroy();
    kinesis.destroy();
    sfn.destroy();
    await emulator.stop();
  });

  const item = async (shop: string, order: string) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table.tableName, Key: marshall({ shop, order }), ConsistentRead: true }),
    );
    return Item && unmarshall(Item);
  };
  /** What is in the stream. */
  async function records(): Promise<{ key?: string; data: unknown }[]> {
    const { Shards = [] } = await kinesis.listShards({ StreamName: stream.name });
    const { ShardIterator } = await kinesis.getShardIterator({
      StreamName: stream.name,
      ShardId: Shards[0]?.ShardId,
      ShardIteratorType: "TRIM_HORIZON",
    });
    const { Records = [] } = await kinesis.getRecords({ ShardIterator });
    return Records.map(({ PartitionKey, Data }) => ({
      key: PartitionKey,
      data: JSON.parse(Buffer.from(Data ?? []).toString()) as unknown,
    }));
  }

  it("an item is put once, shown, and put a second time is a conflict that changes nothing", async () => {
    const params = { shop: "s1", order: "o1" };
    const body = { note: `it's "new"`, count: 3, paid: false };
    assert.equal((await callDirect(emulator.endpoint, put, { params, body })).status, 201);
    assert.deepEqual(await item("s1", "o1"), { ...params, ...body });
    assert.deepEqual(await callDirect(emulator.endpoint, get, { params }), {
      status: 200,
      body: { ...params, ...body },
    });
    const again = await callDirect(emulator.endpoint, put, { params, body: { note: "other" } });
    assert.equal(again.status, 409);
    assert.deepEqual(await item("s1", "o1"), { ...params, ...body });
  });

  it("an item that is not there is a 404", async () => {
    const { status, body } = await callDirect(emulator.endpoint, get, { params: { shop: "s1", order: "none" } });
    assert.equal(status, 404);
    assert.equal((body as { status: number }).status, 404);
  });

  it("attributes that the API does not name stay within", async () => {
    const Item = marshall({ shop: "s2", order: "o1", secret: "x" });
    await dynamodb.send(new PutItemCommand({ TableName: table.tableName, Item }));
    const { body } = await callDirect(emulator.endpoint, get, { params: { shop: "s2", order: "o1" } });
    assert.deepEqual(body, { shop: "s2", order: "o1", note: null, count: null, paid: null });
  });

  it("a query gives every item of the key in the path, page by page, and none of another's", async () => {
    for (const order of ["1", "2", "3", "4", "5"]) {
      for (const shop of ["mine", "yours"]) {
        await callDirect(emulator.endpoint, put, { params: { shop, order }, body: { note: "n" } });
      }
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const params: Record<string, string> = { shop: "mine", ...(cursor && { cursor }) };
      const { status, body } = await callDirect(emulator.endpoint, query, { params });
      const page = body as { items: { shop: string; order: string }[]; cursor?: string };
      assert.equal(status, 200);
      for (const each of page.items) seen.push(`${each.shop}${each.order}`);
      cursor = page.cursor;
    } while (cursor);
    assert.deepEqual(seen, ["mine1", "mine2", "mine3", "mine4", "mine5"]);
  });

  it("no text of a caller gets out of its place, whatever it is (property)", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (shop, order, note) => {
        const read = JSON.parse(await renderRequest(get, { params: { shop, order } })) as Record<string, unknown>;
        assert.deepEqual(read.Key, { shop: { S: shop }, order: { S: order } });
        assert.equal(read.TableName, table.tableName);
        const written = JSON.parse(await renderRequest(put, { params: { shop, order }, body: { note } })) as {
          TableName: string;
          Item: unknown;
        };
        assert.equal(written.TableName, table.tableName);
        assert.deepEqual(written.Item, { shop: { S: shop }, order: { S: order }, note: { S: note } });
        const cursor = Buffer.from(order).toString("base64");
        const next = JSON.parse(await renderRequest(query, { params: { shop, cursor } })) as Record<string, unknown>;
        assert.deepEqual(next.ExclusiveStartKey, { shop: { S: shop }, order: { S: order } });
        const event = { device: shop, note };
        const sent = JSON.parse(await renderRequest(one, { body: event })) as { Data: string; PartitionKey: string };
        assert.equal(sent.PartitionKey, shop);
        assert.deepEqual(JSON.parse(Buffer.from(sent.Data, "base64").toString()), event);
      }),
      { numRuns: 300 },
    );
  });

  it("a request that claims to be a number or a switch, and is none, writes nothing else", async () => {
    const evil = 'true},"admin":{"BOOL":true';
    const { Item } = JSON.parse(
      await renderRequest(put, { params: { shop: "s", order: "o" }, body: { paid: evil, count: evil } }),
    ) as { Item: object };
    assert.deepEqual(Object.keys(Item).sort(), ["count", "order", "shop"]);
  });

  it("a single event and a batch land in the stream, in their order", async () => {
    const single = await callDirect(emulator.endpoint, one, { body: { device: "d1", value: 1 } });
    assert.equal(single.status, 202);
    assert.match((single.body as { sequenceNumber: string }).sequenceNumber, /^\d+$/);
    const events = [2, 3, 4].map((value) => ({ device: "d1", value }));
    const many = await callDirect(emulator.endpoint, batch, { body: { records: events } });
    assert.deepEqual(many, { status: 202, body: { rejected: 0, records: events.map(() => ({ accepted: true })) } });
    assert.deepEqual(
      await records(),
      [{ device: "d1", value: 1 }, ...events].map((data) => ({ key: "d1", data })),
    );
  });

  it("a batch of which a part is refused says which, so that the caller sends just those again", () => {
    const body = {
      FailedRecordCount: 1,
      Records: [
        { SequenceNumber: "1", ShardId: "s" },
        { ErrorCode: "ProvisionedThroughputExceededException", ErrorMessage: "arn:…" },
      ],
    };
    assert.deepEqual(answered(batch, 200, JSON.stringify(body)), {
      status: 207,
      body: { rejected: 1, records: [{ accepted: true }, { accepted: false }] },
    });
  });

  it("errors of the service become ours: throttled is 503, all else 500, and no word of the service gets out", () => {
    for (const integration of [get, put, query, one, batch]) {
      for (const [status, type, expected] of [
        [400, "ProvisionedThroughputExceededException", 503],
        [400, "ThrottlingException", 503],
        [400, "ValidationException", 500],
        [400, "com.amazon.coral.service#AccessDeniedException", 500],
        [500, "InternalServerError", 500],
      ] as const) {
        const error = JSON.stringify({ __type: type, message: "role arn:aws:iam::1:role/x on table direct" });
        const reply = answered(integration, status, error);
        assert.equal(reply.status, expected, type);
        assert.doesNotMatch(JSON.stringify(reply.body), /arn:|direct|Exception/);
      }
    }
  });

  it("a workflow is started with the body as its input, under the name in it, and never twice", async () => {
    const body = { orderId: "o-1", note: `it's "new" \\' $input.params('x')` };
    const { status, body: answer } = await callDirect(emulator.endpoint, start, { body });
    assert.equal(status, 202);
    const { execution: executionArn } = answer as { execution: string };
    assert.match(executionArn, /:execution:direct:o-1$/);
    const { input } = await sfn.describeExecution({ executionArn });
    assert.deepEqual(JSON.parse(input ?? ""), body);
    const again = await callDirect(emulator.endpoint, start, { body: { ...body, note: "other" } });
    assert.equal(again.status, 409);
  });

  it("whatever is in the body, the workflow gets it and nothing else (property)", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (orderId, note) => {
        const request = JSON.parse(await renderRequest(start, { body: { orderId, note } })) as Record<string, string>;
        assert.deepEqual(Object.keys(request), ["stateMachineArn", "name", "input"]);
        assert.deepEqual([request.stateMachineArn, request.name], [workflow.startArn, orderId]);
        assert.deepEqual(JSON.parse(request.input ?? ""), { orderId, note });
      }),
    );
  });
});
