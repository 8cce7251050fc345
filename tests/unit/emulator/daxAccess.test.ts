import assert from "node:assert/strict";
import { mock } from "node:test";
import { answered } from "../../../handlers/cached-items/documents";
import { moveClock } from "../../../local/emulator/clock";
import { identityWith } from "../../handlers/identity";
import { shared } from "./cloud";
import { CachedTables, refusal } from "./dax";

describe("a DAX cluster on the emulator refuses, restarts and counts as on AWS", function () {
  this.timeout(60_000);
  let cached: CachedTables;
  shared(CachedTables, (started) => (cached = started));

  it("refuses as DynamoDB does", async () => {
    await cached.dax.put({ TableName: "items", Item: { id: "there", seen: "first" } });
    const again = { TableName: "items", Item: { id: "there" }, ConditionExpression: "attribute_not_exists(id)" };
    assert.equal((await refusal(cached.dax.put(again))).code, "ConditionalCheckFailedException");
    assert.equal((await cached.read("items", { id: "there" }))?.seen, "first");
    const wrong = { TableName: "items", Key: { id: "there" }, UpdateExpression: "SET id = :x" };
    const invalid = await refusal(cached.dax.update({ ...wrong, ExpressionAttributeValues: { ":x": "new" } }));
    assert.equal(invalid.code, "ValidationException");
    assert.match(invalid.message, /part of the key/);
    assert.equal(
      (await refusal(cached.dax.get({ TableName: "no-table", Key: { id: "1" } }))).code,
      "ResourceNotFoundException",
    );
  });

  it("has a caller do what rights on the cluster allow, and nothing with a wrong secret", async () => {
    const reader = await identityWith(cached.cloud.emulator.endpoint, "reader", [
      { Effect: "Allow", Action: ["dax:GetItem"], Resource: cached.cloud.arn("dax", "cache/cache") },
    ]);
    const reading = cached.client(cached.endpoint, reader);
    await cached.dax.put({ TableName: "items", Item: { id: "rights" } });
    assert.deepEqual((await reading.get({ TableName: "items", Key: { id: "rights" } })).Item, { id: "rights" });
    const writing = await refusal(reading.put({ TableName: "items", Item: { id: "rights" } }));
    assert.equal(writing.code, "AccessDeniedException");
    assert.match(writing.message, /user\/reader is not authorized to perform: dax:PutItem on resource: .*cache\/cache/);
    const transaction = { TransactItems: [{ Delete: { TableName: "items", Key: { id: "rights" } } }] };
    assert.match((await refusal(reading.transactWrite(transaction))).message, /dax:DeleteItem/);
    const forged = cached.client(cached.endpoint, { ...reader, secretAccessKey: "guessed" });
    const printed = mock.method(console, "error", () => {}); // the client says so as well
    await assert.rejects(forged.get({ TableName: "items", Key: { id: "rights" } }));
    forged.shutdown();
    printed.mock.restore();
  });

  it("reaches tables by the rights of its role only", async () => {
    const weak = cached.client(
      await cached.cluster("weak", "NONE", await cached.role("weak-role", "GetItem", "DescribeTable")),
    );
    await cached.dax.put({ TableName: "items", Item: { id: "weak" } });
    assert.deepEqual((await weak.get({ TableName: "items", Key: { id: "weak" } })).Item, { id: "weak" });
    const refused = await refusal(weak.put({ TableName: "items", Item: { id: "weak" } }));
    assert.equal(refused.code, "AccessDeniedException");
    await cached.cloud.logged(
      /refused: the DAX cluster: the role .*weak-role has no dynamodb:PutItem on .*table\/items/,
    );
    const blind = cached.client(await cached.cluster("blind", "NONE", await cached.role("blind-role", "GetItem")));
    assert.match(
      (await refusal(blind.get({ TableName: "items", Key: { id: "weak" } }))).message,
      /dynamodb:DescribeTable/,
    );
  });

  it("loses what it kept when a node restarts, and its clients go on", async () => {
    const key = { id: "restart" };
    await cached.pastCache("items", "restart", "first");
    await cached.read("items", key);
    await cached.pastCache("items", "restart", "second");
    assert.equal((await cached.read("items", key))?.seen, "first");
    await cached.cloud.aws.dax.rebootNode({ ClusterName: "cache", NodeId: "cache-a" });
    assert.equal((await answered(() => cached.read("items", key)))?.seen, "second");
  });

  it("keeps things as long as its parameters say", async () => {
    await cached.cloud.aws.dax.createParameterGroup({ ParameterGroupName: "short" });
    const ParameterNameValues = [{ ParameterName: "record-ttl-millis", ParameterValue: "1000" }];
    await cached.cloud.aws.dax.updateParameterGroup({ ParameterGroupName: "short", ParameterNameValues });
    await cached.cloud.aws.dax.updateCluster({ ClusterName: "cache", ParameterGroupName: "short" });
    await cached.pastCache("items", "brief", "first");
    assert.equal((await cached.read("items", { id: "brief" }))?.seen, "first");
    await cached.pastCache("items", "brief", "second");
    await moveClock(cached.cloud.emulator.endpoint, 2);
    assert.equal((await cached.read("items", { id: "brief" }))?.seen, "second");
  });

  it("counts hits, misses, refusals and connections", async () => {
    const count = async (MetricName: string) => {
      const { Datapoints = [] } = await cached.cloud.aws.cloudwatch.getMetricStatistics({
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
    await cached.read("items", { id: "counted" });
    await cached.read("items", { id: "counted" });
    await refusal(cached.dax.get({ TableName: "items", Key: { id: "" } }));
    const after = await Promise.all(names.map(count));
    assert.deepEqual(
      after.map((value, index) => value - before[index]!),
      [1, 2, 3, 1],
    );
    await moveClock(cached.cloud.emulator.endpoint, 60);
    assert.ok((await count("ClientConnections")) > 0);
  });
});
