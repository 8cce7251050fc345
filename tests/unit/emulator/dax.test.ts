import assert from "node:assert/strict";
import { moveClock } from "../../../local/emulator/clock";
import { shared } from "./cloud";
import { CachedTables, refusal } from "./dax";

describe("a DAX cluster on the emulator answers AWS's own client", function () {
  this.timeout(60_000);
  let cached: CachedTables;
  shared(CachedTables, (started) => (cached = started));

  it("writes and reads values of every type, as DynamoDB has them", async () => {
    const item = {
      id: "ä 1",
      text: "ü".repeat(300),
      numbers: [0, -1, 24, 1.5, -0.000123, 9_007_199_254_740_991],
      yes: true,
      nothing: null,
      bytes: Buffer.from([0, 255]),
      nested: { list: [{ deep: "yes" }, []], empty: {} },
      set: new Set(["a", "b"]),
      counts: new Set([1, 2.5]),
    };
    await cached.dax.put({ TableName: "items", Item: item });
    assert.deepEqual(await cached.read("items", { id: "ä 1" }), item);
    const stored = await cached.cloud.aws.dynamodb.getItem({ TableName: "items", Key: { id: { S: "ä 1" } } });
    assert.deepEqual(
      stored.Item?.numbers?.L?.map(({ N }) => Number(N)),
      item.numbers,
    );
  });

  const numbers = [
    ["-1E+120", "-12345678901234567890123456789012345678", "-1234.5", "-100", "-1", "-0.000123", "0", "1E-100", "0.5"],
    ["1", "12", "123", "1234", "99999.125", "12345678901234567890123456789012345678", "1E+120"],
  ].flat();

  it("knows keys with numbers of any size and of 38 digits", async () => {
    const keys = numbers.map((N) => ({ id: { S: "sizes" }, sort: { N } }));
    for (const key of keys) await cached.dax.putItem({ TableName: "readings", Item: { ...key, seen: key.sort } });
    const { Responses } = await cached.dax.batchGetItem({
      RequestItems: { readings: { Keys: keys, ConsistentRead: true } },
    });
    const items = (Responses?.readings ?? []).map(({ sort, seen }) => [Number(sort?.N), Number(seen?.N)]);
    const expected = numbers.map((each) => [Number(each), Number(each)]);
    assert.deepEqual(new Set(items), new Set(expected));
    const stored = await cached.cloud.aws.dynamodb.query({
      TableName: "readings",
      KeyConditionExpression: "id = :id",
      ExpressionAttributeValues: { ":id": { S: "sizes" } },
    });
    assert.deepEqual(
      stored.Items?.map(({ sort }) => Number(sort?.N)),
      numbers.map(Number),
    );
    assert.ok(stored.Items?.some(({ seen }) => seen?.N === "12345678901234567890123456789012345678"));
  });

  /** Writes an item for each sort key, and pages through them in their order. */
  async function expectPages(TableName: string, sorts: (string | number)[]) {
    for (const sort of sorts) await cached.dax.put({ TableName, Item: { id: "pages", sort } });
    const seen: unknown[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await cached.dax.query({
        TableName,
        KeyConditionExpression: "#id = :id",
        ExpressionAttributeNames: { "#id": "id" },
        ExpressionAttributeValues: { ":id": "pages" },
        Limit: 2,
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      });
      seen.push(...(page.Items ?? []).map((item) => item.sort as unknown));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    assert.deepEqual(seen, sorts);
  }

  it("pages through items by keys with numbers", () =>
    expectPages("readings", [-1234.5, -100, -1, -0.000123, 0, 0.5, 1, 12, 1234, 99_999.125]));

  it("pages through items by keys with texts", () => expectPages("notes", ["a", "a b", "b#1", "ü"]));

  it("answers a read by key from memory until its time is over, and a consistent one from the table", async () => {
    const key = { id: "hit" };
    await cached.pastCache("items", "hit", "first");
    assert.equal((await cached.read("items", key))?.seen, "first");
    await cached.pastCache("items", "hit", "second");
    assert.equal((await cached.read("items", key))?.seen, "first");
    assert.equal((await cached.read("items", key, { ConsistentRead: true }))?.seen, "second");
    assert.equal((await cached.read("items", key))?.seen, "first");
    await moveClock(cached.cloud.emulator.endpoint, 301);
    assert.equal((await cached.read("items", key))?.seen, "second");
  });

  it("keeps that an item is not there, and what is written through it", async () => {
    const key = { id: "through" };
    assert.equal(await cached.read("items", key), undefined);
    await cached.pastCache("items", "through", "past");
    assert.equal(await cached.read("items", key), undefined);
    await cached.dax.put({ TableName: "items", Item: { ...key, seen: "put", count: 1 } });
    assert.equal((await cached.read("items", key))?.seen, "put");
    const updated = await cached.dax.update({
      TableName: "items",
      Key: key,
      UpdateExpression: "SET #c = #c + :one, tags = list_append(if_not_exists(tags, :none), :tag) REMOVE seen",
      ConditionExpression: "#c BETWEEN :one AND :two AND (attribute_not_exists(gone) OR size(gone) > :two)",
      ExpressionAttributeNames: { "#c": "count" },
      ExpressionAttributeValues: { ":one": 1, ":two": 2, ":none": [], ":tag": ["new"] },
      ReturnValues: "UPDATED_NEW",
    });
    assert.deepEqual(updated.Attributes, { count: 2, tags: ["new"] });
    assert.deepEqual(await cached.read("items", key), { ...key, count: 2, tags: ["new"] });
    const { Attributes } = await cached.dax.delete({ TableName: "items", Key: key, ReturnValues: "ALL_OLD" });
    assert.deepEqual(Attributes, { ...key, count: 2, tags: ["new"] });
    assert.equal(await cached.read("items", key), undefined);
  });

  it("answers with the paths of a projection", async () => {
    await cached.dax.put({ TableName: "items", Item: { id: "paths", a: { b: [1, { c: "deep" }, 3] }, d: 4, e: 5 } });
    const ProjectionExpression = "a.b[1].c, a.b[2], #d";
    const asked = { ProjectionExpression, ExpressionAttributeNames: { "#d": "d" } };
    const expected = { a: { b: [{ c: "deep" }, 3] }, d: 4 };
    assert.deepEqual(await cached.read("items", { id: "paths" }, asked), expected);
    const scanned = await cached.dax.scan({
      TableName: "items",
      ...asked,
      FilterExpression: "id IN (:paths) AND NOT e < :five",
      ExpressionAttributeValues: { ":paths": "paths", ":five": 5 },
    });
    assert.deepEqual([scanned.Items, scanned.Count], [[expected], 1]);
  });

  it("answers queries and scans from a memory of their own, which no write refreshes", async () => {
    const query = {
      TableName: "notes",
      KeyConditionExpression: "id = :id AND begins_with(sort, :a)",
      ExpressionAttributeValues: { ":id": "q", ":a": "a" },
    };
    const sorts = async (options: object = {}) =>
      (await cached.dax.query({ ...query, ...options })).Items?.map(({ sort }) => sort as string);
    const put = (sort: string) => cached.dax.put({ TableName: "notes", Item: { id: "q", sort } });
    await put("a1");
    await put("b1");
    assert.deepEqual(await sorts(), ["a1"]);
    await put("a2");
    assert.deepEqual(await sorts(), ["a1"]);
    assert.deepEqual(await sorts({ ScanIndexForward: false }), ["a2", "a1"]);
    assert.deepEqual(await sorts({ ConsistentRead: true }), ["a1", "a2"]);
    const counted = { TableName: "notes", Select: "COUNT" } as const;
    const before = (await cached.dax.scan(counted)).Count ?? 0;
    await put("a3");
    assert.equal((await cached.dax.scan(counted)).Count, before);
    await moveClock(cached.cloud.emulator.endpoint, 301);
    assert.equal((await cached.dax.scan(counted)).Count, before + 1);
    assert.deepEqual(await sorts(), ["a1", "a2", "a3"]);
  });

  it("reads and writes in batches", async () => {
    const put = (id: string) => ({ PutRequest: { Item: { id, seen: "batch" } } });
    const written = await cached.dax.batchWrite({ RequestItems: { items: [put("b1"), put("b2"), put("b3")] } });
    assert.deepEqual(written.UnprocessedItems, {});
    await cached.pastCache("items", "b1", "past");
    await cached.dax.batchWrite({ RequestItems: { items: [{ DeleteRequest: { Key: { id: "b3" } } }] } });
    const ids = (...names: string[]) => names.map((id) => ({ id }));
    const { Responses } = await cached.dax.batchGet({ RequestItems: { items: { Keys: ids("b1", "b2", "b3", "b4") } } });
    assert.deepEqual(Responses?.items, [
      { id: "b1", seen: "batch" },
      { id: "b2", seen: "batch" },
    ]);
    const part = { Keys: ids("b1"), ProjectionExpression: "seen", ConsistentRead: true };
    const consistent = await cached.dax.batchGet({ RequestItems: { items: part } });
    assert.deepEqual(consistent.Responses?.items, [{ seen: "past" }]);
  });

  it("reads and writes in transactions, and says which part of one failed", async () => {
    const TableName = "items";
    await cached.dax.transactWrite({
      TransactItems: [
        { Put: { TableName, Item: { id: "t1", seen: "put" } } },
        {
          Update: {
            TableName,
            Key: { id: "t2" },
            UpdateExpression: "ADD amount :one",
            ExpressionAttributeValues: { ":one": 1 },
          },
        },
      ],
    });
    assert.deepEqual(await cached.read(TableName, { id: "t2" }), { id: "t2", amount: 1 });
    const get = (id: string) => ({ Get: { TableName, Key: { id } } });
    const { Responses } = await cached.dax.transactGet({ TransactItems: [get("t1"), get("t2"), get("t3")] });
    assert.deepEqual(Responses, [{ Item: { id: "t1", seen: "put" } }, { Item: { id: "t2", amount: 1 } }, {}]);
    const error = await refusal(
      cached.dax.transactWrite({
        TransactItems: [
          { Delete: { TableName, Key: { id: "t1" } } },
          { ConditionCheck: { TableName, Key: { id: "t2" }, ConditionExpression: "attribute_not_exists(id)" } },
        ],
      }),
    );
    assert.equal(error.code, "TransactionCanceledException");
    assert.deepEqual(
      error.cancellationReasons?.map(({ Code }) => Code),
      ["None", "ConditionalCheckFailed"],
    );
    assert.deepEqual(await cached.read(TableName, { id: "t1" }), { id: "t1", seen: "put" });
  });
});
