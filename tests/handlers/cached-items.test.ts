import { DaxDocument } from "@amazon-dax-sdk/lib-dax";
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import assert from "node:assert/strict";

import { answered, documents } from "../../handlers/cached-items/documents";
import { type handler as cachedItemsHandler } from "../../handlers/cached-items/handler";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { identityWith } from "./identity";
import { coldStart, contextWith, runtimeEnvironment } from "./load";

type Handler = typeof cachedItemsHandler;

describe("cached-items function without an endpoint, on the emulator, with its role's rights only", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let handler: Handler;
  let environment: Record<string, string>;

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    const dynamodb = new DynamoDBClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
    for (const TableName of ["Items", "Others"]) {
      await dynamodb.send(
        new CreateTableCommand({
          TableName,
          AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
          KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
          BillingMode: "PAY_PER_REQUEST",
        }),
      );
      await dynamodb.send(new PutItemCommand({ TableName, Item: { id: { S: "ä 1" }, seats: { N: "4" } } }));
    }
    dynamodb.destroy();
    const identity = await identityWith(emulator.endpoint, "cached-items", [
      {
        Effect: "Allow",
        Action: ["dynamodb:GetItem"],
        Resource: `arn:aws:dynamodb:${REGION}:000000000000:table/Items`,
      },
    ]);
    environment = runtimeEnvironment(emulator.endpoint, identity);
    handler = coldStart<Handler>("cached-items", { ...environment, TABLE_NAME: "Items", DAX_ENDPOINT: "" });
  });
  after(() => emulator.stop());

  it("reads an item from the table where there is no endpoint, and says so", async () => {
    const answer = await handler({ key: { id: "ä 1" } }, contextWith());
    assert.deepEqual(answer, { item: { id: "ä 1", seats: 4 }, cached: false });
  });

  it("answers null for an item that is not there", async () => {
    assert.equal((await handler({ key: { id: "none" } }, contextWith())).item, null);
  });

  it("refuses a request without a key, and tells what is wrong", async () => {
    await assert.rejects(handler({ key: {} }, contextWith()), /a key has one or two attributes/);
    await assert.rejects(handler({ id: "1" }, contextWith()), /Unrecognized key/);
  });

  it("reads no other table", async () => {
    const other = coldStart<Handler>("cached-items", { ...environment, TABLE_NAME: "Others" });
    await assert.rejects(other({ key: { id: "ä 1" } }, contextWith()), { name: "AccessDeniedException" });
  });

  it("takes no endpoint that is not encrypted", () => {
    const variables = { ...environment, TABLE_NAME: "Items", DAX_ENDPOINT: "dax://plain" };
    assert.throws(() => coldStart("cached-items", variables), /DAX_ENDPOINT: only an encrypted endpoint/);
  });
});

describe("the client of documents", () => {
  it("asks again where a connection never answers, and says so in the end", async () => {
    let asked = 0;
    const closed = () => new Promise<string>(() => {});
    assert.equal(await answered(() => (++asked === 1 ? closed() : Promise.resolve("item")), 1), "item");
    assert.equal(asked, 2);
    await assert.rejects(answered(closed, 1), /No answer to 5 reads/);
    await assert.rejects(
      answered(() => Promise.reject(new Error("refused")), 1),
      /refused/,
    );
  });

  it("is DynamoDB's own where there is none", () => {
    const plain = documents("", REGION);
    assert.ok(!(plain instanceof DaxDocument));
    plain.destroy();
  });
});
