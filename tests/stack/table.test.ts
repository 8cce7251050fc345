import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { S3 } from "@aws-sdk/client-s3";
import { Checkout } from "./checkout";

describe("the users table, deployed by the engine under the policy pack", function () {
  this.timeout(180_000);
  let checkout: Checkout;
  let outputs: Record<string, string>;
  let dynamodb: DynamoDB;
  let s3: S3;

  const up = async (...config: string[]): Promise<string> => {
    const { code, stdout, stderr } = await checkout.run("up", "--stack", "local", ...config);
    assert.equal(code, 0, stdout + stderr);
    outputs = JSON.parse(checkout.read(".local", "outputs.json")) as Record<string, string>;
    return stdout;
  };
  const describeTable = async () => (await dynamodb.describeTable({ TableName: outputs.usersTable })).Table;

  before(async () => {
    checkout = await Checkout.copy(["usersTable", "changeLog"]);
    await up();
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const client = { region: "us-east-1", credentials, endpoint: `http://127.0.0.1:${checkout.port}` };
    dynamodb = new DynamoDB(client);
    s3 = new S3({ ...client, forcePathStyle: true });
  });
  after(async () => {
    await checkout.close();
    dynamodb?.destroy();
    s3?.destroy();
  });

  it("has the hash key UserID, and 5 read and 5 write units", async () => {
    const table = await describeTable();
    assert.deepEqual(table?.KeySchema, [{ AttributeName: "UserID", KeyType: "HASH" }]);
    assert.deepEqual(table?.AttributeDefinitions, [{ AttributeName: "UserID", AttributeType: "S" }]);
    assert.deepEqual(table?.ProvisionedThroughput, { ReadCapacityUnits: 5, WriteCapacityUnits: 5 });
  });

  it("a user who is put, changed and deleted leaves three changes in the log, each with what was before and after", async () => {
    const TableName = outputs.usersTable;
    const Key = { UserID: { S: "ann" } };
    await dynamodb.putItem({ TableName, Item: { ...Key, Name: { S: "Ann" } } });
    await dynamodb.updateItem({
      TableName,
      Key,
      UpdateExpression: "SET Age = :age",
      ExpressionAttributeValues: { ":age": { N: "42" } },
    });
    await dynamodb.deleteItem({ TableName, Key });
    const Bucket = outputs.changesBucket;
    let keys: string[] = [];
    for (const end = Date.now() + 15_000; keys.length < 3 && Date.now() < end; await sleep(200)) {
      keys = ((await s3.listObjectsV2({ Bucket, Prefix: "changes/" })).Contents ?? []).flatMap(({ Key }) => Key ?? []);
    }
    const changes = await Promise.all(
      keys.sort().map(async (Key) => {
        const { Body } = await s3.getObject({ Bucket, Key });
        return JSON.parse((await Body?.transformToString()) ?? "") as Record<string, unknown>;
      }),
    );
    const ann = { UserID: "ann", Name: "Ann" };
    assert.deepEqual(
      changes.map(({ event, before, after }) => [event, before, after]),
      [
        ["INSERT", undefined, ann],
        ["MODIFY", ann, { ...ann, Age: 42 }],
        ["REMOVE", { ...ann, Age: 42 }, undefined],
      ],
    );
  });

  it("is changed in place: time to live, backups, payment by request; and the users are still there", async () => {
    const TableName = outputs.usersTable;
    await dynamodb.putItem({ TableName, Item: { UserID: { S: "bob" } } });
    const on = ["usersTable.timeToLiveAttribute=ExpiresAt", "usersTable.onDemand=true", "tableBackup.enabled=true"];
    const config = on.flatMap((each) => ["--config", each]);
    await up(...config);
    assert.equal(outputs.usersTable, TableName);
    assert.equal((await describeTable())?.BillingModeSummary?.BillingMode, "PAY_PER_REQUEST");
    const { TimeToLiveDescription } = await dynamodb.describeTimeToLive({ TableName });
    assert.deepEqual(TimeToLiveDescription, { TimeToLiveStatus: "ENABLED", AttributeName: "ExpiresAt" });
    assert.ok((await dynamodb.getItem({ TableName, Key: { UserID: { S: "bob" } } })).Item);
    assert.match(await up(...config), /^local: no changes/m);
  });

  it("gets a replica in another Region, which has the users, and is still the same table", async () => {
    const TableName = outputs.usersTable;
    const config = ["--config", 'usersTable={"onDemand":true,"replicaRegions":["us-west-2"]}'];
    await up(...config);
    assert.equal(outputs.usersTable, TableName);
    assert.deepEqual(outputs.replicaRegions, ["us-west-2"]);
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const west = new DynamoDB({ region: "us-west-2", credentials, endpoint: `http://127.0.0.1:${checkout.port}` });
    await dynamodb.putItem({ TableName, Item: { UserID: { S: "eve" } } });
    for (const id of ["bob", "eve"])
      assert.ok((await west.getItem({ TableName, Key: { UserID: { S: id } } })).Item, id);
    assert.match(await up(...config), /^local: no changes/m);
    await up("--config", 'usersTable={"onDemand":true}');
    await assert.rejects(west.describeTable({ TableName }), { name: "ResourceNotFoundException" });
    assert.ok((await dynamodb.getItem({ TableName, Key: { UserID: { S: "eve" } } })).Item);
    west.destroy();
  });
});
