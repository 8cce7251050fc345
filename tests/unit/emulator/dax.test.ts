import assert from "node:assert/strict";
import { DaxDocument } from "@amazon-dax-sdk/lib-dax";
import { type DynamoDB } from "@aws-sdk/client-dynamodb";
import { answered } from "../../../handlers/cached-items/documents";
import { moveClock } from "../../../local/emulator/clock";
import { REGION, root, trust } from "../../handlers/emulator";
import { identityWith } from "../../handlers/identity";
import { Cloud, document, shared } from "./cloud";

const policy = (...Action: string[]) => document({ Effect: "Allow", Action, Resource: "*" });
const ofTables = ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchGetItem", "BatchWriteItem"];

interface Refusal {
  code: string;
  message: string;
  cancellationReasons?: { Code: string }[];
}

/** What DAX's client has besides the calls of documents. */
type Client = DaxDocument & Pick<DynamoDB, "batchGetItem" | "putItem"> & { shutdown(): void };

describe("a DAX cluster on the emulator answers AWS's own client", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let endpoint = "";
  let dax: Client;
  const clients: Client[] = [];

  shared(Cloud, async (started) => {
    cloud = started;
    trust(cloud.emulator);
    for (const [TableName, type] of [
      ["items", undefined],
      ["notes", "S"],
      ["readings", "N"],
    ] as const) {
      await cloud.aws.dynamodb.createTable({
        TableName,
        AttributeDefinitions: [
          { AttributeName: "id", AttributeType: "S" },
          ...(type ? [{ AttributeName: "sort", AttributeType: type }] : []),
        ],
        KeySchema: [
          { AttributeName: "id", KeyType: "HASH" },
          ...(type ? [{ AttributeName: "sort", KeyType: "RANGE" } as const] : []),
        ],
        BillingMode: "PAY_PER_REQUEST",
      });
    }
    endpoint = await cluster(
      "cache",
      "TLS",
      await role("cache-role", "DescribeTable", "ConditionCheckItem", ...ofTables),
    );
    dax = client(endpoint);
  });
  after(() => {
    for (const each of clients) each.shutdown();
  });

  async function role(RoleName: string, ...actions: string[]): Promise<string> {
    const { Role } = await cloud.aws.iam.createRole({
      RoleName,
      AssumeRolePolicyDocument: document({
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: "dax.amazonaws.com" },
      }),
    });
    const PolicyDocument = policy(...actions.map((action) => `dynamodb:${action}`));
    await cloud.aws.iam.putRolePolicy({ RoleName, PolicyName: "tables", PolicyDocument });
    return Role?.Arn ?? "";
  }
  async function cluster(ClusterName: string, encryption: "NONE" | "TLS", IamRoleArn: string): Promise<string> {
    const { Cluster } = await cloud.aws.dax.createCluster({
      ClusterName,
      IamRoleArn,
      NodeType: "dax.t3.small",
      ReplicationFactor: 3,
      ClusterEndpointEncryptionType: encryption,
    });
    return Cluster?.ClusterDiscoveryEndpoint?.URL ?? "";
  }
  function client(url: string, credentials: { accessKeyId: string; secretAccessKey: string } = root): Client {
    const made = new DaxDocument({ endpoint: url, region: REGION, credentials, maxRetryDelay: 100 }) as Client;
    clients.push(made);
    return made;
  }

  const read = async (TableName: string, key: object, options: object = {}) =>
    (await dax.get({ TableName, Key: key, ...options })).Item;
  /** As somebody without the cluster writes. */
  const pastCache = (TableName: string, id: string, seen: string) =>
    cloud.aws.dynamodb.putItem({ TableName, Item: { id: { S: id }, seen: { S: seen } } });
  /** What a failed call has for its error. */
  const refusal = async (call: Promise<unknown>) => {
    const error = await call.then(
      () => assert.fail("it was accepted"),
      (problem: unknown) => problem as Refusal,
    );
    return error;
  };

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
    await dax.put({ TableName: "items", Item: item });
    assert.deepEqual(await read("items", { id: "ä 1" }), item);
    const stored = await cloud.aws.dynamodb.getItem({ TableName: "items", Key: { id: { S: "ä 1" } } });
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
    for (const key of keys) await dax.putItem({ TableName: "readings", Item: { ...key, seen: key.sort } });
    const { Responses } = await dax.batchGetItem({ RequestItems: { readings: { Keys: keys, ConsistentRead: true } } });
    const items = (Responses?.readings ?? []).map(({ sort, seen }) => [Number(sort?.N), Number(seen?.N)]);
    const expected = numbers.map((each) => [Number(each), Number(each)]);
    assert.deepEqual(new Set(items), new Set(expected));
    const stored = await cloud.aws.dynamodb.query({
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
    for (const sort of sorts) await dax.put({ TableName, Item: { id: "pages", sort } });
    const seen: unknown[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await dax.query({
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
    await pastCache("items", "hit", "first");
    assert.equal((await read("items", key))?.seen, "first");
    await pastCache("items", "hit", "second");
    assert.equal((await read("items", key))?.seen, "first");
    assert.equal((await read("items", key, { ConsistentRead: true }))?.seen, "second");
    assert.equal((await read("items", key))?.seen, "first");
    await moveClock(cloud.emulator.endpoint, 301);
    assert.equal((await read("items", key))?.seen, "second");
  });

  it("keeps that an item is not there, and what is written through it", async () => {
    const key = { id: "through" };
    assert.equal(await read("items", key), undefined);
    await pastCache("items", "through", "past");
    assert.equal(await read("items", key), undefined);
    await dax.put({ TableName: "items", Item: { ...key, seen: "put", count: 1 } });
    assert.equal((await read("items", key))?.seen, "put");
    const updated = await dax.update({
      TableName: "items",
      Key: key,
      UpdateExpression: "SET #c = #c + :one, tags = list_append(if_not_exists(tags, :none), :tag) REMOVE seen",
      ConditionExpression: "#c BETWEEN :one AND :two AND (attribute_not_exists(gone) OR size(gone) > :two)",
      ExpressionAttributeNames: { "#c": "count" },
      ExpressionAttributeValues: { ":one": 1, ":two": 2, ":none": [], ":tag": ["new"] },
      ReturnValues: "UPDATED_NEW",
    });
    assert.deepEqual(updated.Attributes, { count: 2, tags: ["new"] });
    assert.deepEqual(await read("items", key), { ...key, count: 2, tags: ["new"] });
    const { Attributes } = await dax.delete({ TableName: "items", Key: key, ReturnValues: "ALL_OLD" });
    assert.deepEqual(Attributes, { ...key, count: 2, tags: ["new"] });
    assert.equal(await read("items", key), undefined);
  });

  it("answers with the paths of a projection", async () => {
    await dax.put({ TableName: "items", Item: { id: "paths", a: { b: [1, { c: "deep" }, 3] }, d: 4, e: 5 } });
    const ProjectionExpression = "a.b[1].c, a.b[2], #d";
    const asked = { ProjectionExpression, ExpressionAttributeNames: { "#d": "d" } };
    const expected = { a: { b: [{ c: "deep" }, 3] }, d: 4 };
    assert.deepEqual(await read("items", { id: "paths" }, asked), expected);
    const scanned = await dax.scan({
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
      (await dax.query({ ...query, ...options })).Items?.map(({ sort }) => sort as string);
    const put = (sort: string) => dax.put({ TableName: "notes", Item: { id: "q", sort } });
    await put("a1");
    await put("b1");
    assert.deepEqual(await sorts(), ["a1"]);
    await put("a2");
    assert.deepEqual(await sorts(), ["a1"]);
    assert.deepEqual(await sorts({ ScanIndexForward: false }), ["a2", "a1"]);
    assert.deepEqual(await sorts({ ConsistentRead: true }), ["a1", "a2"]);
    const counted = { TableName: "notes", Select: "COUNT" } as const;
    const before = (await dax.scan(counted)).Count ?? 0;
    await put("a3");
    assert.equal((await dax.scan(counted)).Count, before);
    await moveClock(cloud.emulator.endpoint, 301);
    assert.equal((await dax.scan(counted)).Count, before + 1);
    assert.deepEqual(await sorts(), ["a1", "a2", "a3"]);
  });

  it("reads and writes in batches", async () => {
    const put = (id: string) => ({ PutRequest: { Item: { id, seen: "batch" } } });
    const written = await dax.batchWrite({ RequestItems: { items: [put("b1"), put("b2"), put("b3")] } });
    assert.deepEqual(written.UnprocessedItems, {});
    await pastCache("items", "b1", "past");
    await dax.batchWrite({ RequestItems: { items: [{ DeleteRequest: { Key: { id: "b3" } } }] } });
    const ids = (...names: string[]) => names.map((id) => ({ id }));
    const { Responses } = await dax.batchGet({ RequestItems: { items: { Keys: ids("b1", "b2", "b3", "b4") } } });
    assert.deepEqual(Responses?.items, [
      { id: "b1", seen: "batch" },
      { id: "b2", seen: "batch" },
    ]);
    const part = { Keys: ids("b1"), ProjectionExpression: "seen", ConsistentRead: true };
    const consistent = await dax.batchGet({ RequestItems: { items: part } });
    assert.deepEqual(consistent.Responses?.items, [{ seen: "past" }]);
  });

  it("reads and writes in transactions, and says which part of one failed", async () => {
    const TableName = "items";
    await dax.transactWrite({
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
    assert.deepEqual(await read(TableName, { id: "t2" }), { id: "t2", amount: 1 });
    const get = (id: string) => ({ Get: { TableName, Key: { id } } });
    const { Responses } = await dax.transactGet({ TransactItems: [get("t1"), get("t2"), get("t3")] });
    assert.deepEqual(Responses, [{ Item: { id: "t1", seen: "put" } }, { Item: { id: "t2", amount: 1 } }, {}]);
    const error = await refusal(
      dax.transactWrite({
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
    assert.deepEqual(await read(TableName, { id: "t1" }), { id: "t1", seen: "put" });
  });

  it("refuses as DynamoDB does", async () => {
    await dax.put({ TableName: "items", Item: { id: "there", seen: "first" } });
    const again = { TableName: "items", Item: { id: "there" }, ConditionExpression: "attribute_not_exists(id)" };
    assert.equal((await refusal(dax.put(again))).code, "ConditionalCheckFailedException");
    assert.equal((await read("items", { id: "there" }))?.seen, "first");
    const wrong = { TableName: "items", Key: { id: "there" }, UpdateExpression: "SET id = :x" };
    const invalid = await refusal(dax.update({ ...wrong, ExpressionAttributeValues: { ":x": "new" } }));
    assert.equal(invalid.code, "ValidationException");
    assert.match(invalid.message, /part of the key/);
    assert.equal(
      (await refusal(dax.get({ TableName: "no-table", Key: { id: "1" } }))).code,
      "ResourceNotFoundException",
    );
  });

  it("has a caller do what rights on the cluster allow, and nothing with a wrong secret", async () => {
    const reader = await identityWith(cloud.emulator.endpoint, "reader", [
      { Effect: "Allow", Action: ["dax:GetItem"], Resource: cloud.arn("dax", "cache/cache") },
    ]);
    const reading = client(endpoint, reader);
    await dax.put({ TableName: "items", Item: { id: "rights" } });
    assert.deepEqual((await reading.get({ TableName: "items", Key: { id: "rights" } })).Item, { id: "rights" });
    const writing = await refusal(reading.put({ TableName: "items", Item: { id: "rights" } }));
    assert.equal(writing.code, "AccessDeniedException");
    assert.match(writing.message, /user\/reader is not authorized to perform: dax:PutItem on resource: .*cache\/cache/);
    const transaction = { TransactItems: [{ Delete: { TableName: "items", Key: { id: "rights" } } }] };
    assert.match((await refusal(reading.transactWrite(transaction))).message, /dax:DeleteItem/);
    const forged = client(endpoint, { ...reader, secretAccessKey: "guessed" });
    await assert.rejects(forged.get({ TableName: "items", Key: { id: "rights" } }));
    forged.shutdown();
  });

  it("reaches tables by the rights of its role only", async () => {
    const weak = client(await cluster("weak", "NONE", await role("weak-role", "GetItem", "DescribeTable")));
    await dax.put({ TableName: "items", Item: { id: "weak" } });
    assert.deepEqual((await weak.get({ TableName: "items", Key: { id: "weak" } })).Item, { id: "weak" });
    const refused = await refusal(weak.put({ TableName: "items", Item: { id: "weak" } }));
    assert.equal(refused.code, "AccessDeniedException");
    await cloud.logged(/refused: the DAX cluster: the role .*weak-role has no dynamodb:PutItem on .*table\/items/);
    const blind = client(await cluster("blind", "NONE", await role("blind-role", "GetItem")));
    assert.match(
      (await refusal(blind.get({ TableName: "items", Key: { id: "weak" } }))).message,
      /dynamodb:DescribeTable/,
    );
  });

  it("loses what it kept when a node restarts, and its clients go on", async () => {
    const key = { id: "restart" };
    await pastCache("items", "restart", "first");
    await read("items", key);
    await pastCache("items", "restart", "second");
    assert.equal((await read("items", key))?.seen, "first");
    await cloud.aws.dax.rebootNode({ ClusterName: "cache", NodeId: "cache-a" });
    assert.equal((await answered(() => read("items", key)))?.seen, "second");
  });

  it("keeps things as long as its parameters say", async () => {
    await cloud.aws.dax.createParameterGroup({ ParameterGroupName: "short" });
    const ParameterNameValues = [{ ParameterName: "record-ttl-millis", ParameterValue: "1000" }];
    await cloud.aws.dax.updateParameterGroup({ ParameterGroupName: "short", ParameterNameValues });
    await cloud.aws.dax.updateCluster({ ClusterName: "cache", ParameterGroupName: "short" });
    await pastCache("items", "brief", "first");
    assert.equal((await read("items", { id: "brief" }))?.seen, "first");
    await pastCache("items", "brief", "second");
    await moveClock(cloud.emulator.endpoint, 2);
    assert.equal((await read("items", { id: "brief" }))?.seen, "second");
  });

  it("counts hits, misses, refusals and connections", async () => {
    const count = async (MetricName: string) => {
      const { Datapoints = [] } = await cloud.aws.cloudwatch.getMetricStatistics({
        Namespace: "AWS/DAX",
        MetricName,
        Dimensions: [{ Name: "ClusterId", Value: "cache" }],
        StartTime: new Date(Date.now() - 86_400_000),
        EndTime: new Date(Date.now() + 60_000),
        Period: 86_400,
        Statistics: ["Sum"],
      });
      return Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
    };
    const names = ["ItemCacheHits", "ItemCacheMisses", "GetItemRequestCount", "ErrorRequestCount"];
    const before = await Promise.all(names.map(count));
    await read("items", { id: "counted" });
    await read("items", { id: "counted" });
    await refusal(dax.get({ TableName: "items", Key: { id: "" } }));
    const after = await Promise.all(names.map(count));
    assert.deepEqual(
      after.map((value, index) => value - before[index]!),
      [1, 2, 3, 1],
    );
    await moveClock(cloud.emulator.endpoint, 60);
    assert.ok((await count("ClientConnections")) > 0);
  });
});
