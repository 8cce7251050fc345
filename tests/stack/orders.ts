import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { Lambda } from "@aws-sdk/client-lambda";
import { SFN } from "@aws-sdk/client-sfn";
import { SNS } from "@aws-sdk/client-sns";

/** What the tests read of the stack's outputs. */
export interface OrderOutputs {
  orderFunction: string;
  orderLedger: string;
}

interface Client {
  region: string;
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** Tests of the order workflow in a stack that has been deployed. */
export function describeOrders(given: { outputs: () => OrderOutputs; client: () => Client }): void {
  describe("orders", () => {
    const line = { article: "pen", quantity: 2, price: 150 };
    let clients: { lambda: Lambda; sfn: SFN; sns: SNS; dynamodb: DynamoDB };

    before(() => {
      const client = given.client();
      clients = {
        lambda: new Lambda(client),
        sfn: new SFN(client),
        sns: new SNS(client),
        dynamodb: new DynamoDB(client),
      };
    });
    after(() => Object.values(clients).forEach((client) => client.destroy()));

    /** Calls the function that starts orders. */
    async function start(idempotencyKey: string, order: object): Promise<{ status: number; execution: string }> {
      const Payload = JSON.stringify({ idempotencyKey, order });
      const answer = await clients.lambda.invoke({ FunctionName: given.outputs().orderFunction, Payload });
      return JSON.parse(Buffer.from(answer.Payload ?? []).toString()) as { status: number; execution: string };
    }
    /** Waits for the end of an execution. */
    async function ended(executionArn: string): Promise<{ status?: string; output: unknown; error?: string }> {
      for (;;) {
        const { status, output, error } = await clients.sfn.describeExecution({ executionArn });
        if (status !== "RUNNING") return { status, output: output && (JSON.parse(output) as unknown), error };
        await sleep(100);
      }
    }
    const run = async (idempotencyKey: string, order: object) => ended((await start(idempotencyKey, order)).execution);
    async function level(id: string): Promise<string | undefined> {
      const Key = { id: { S: id }, entry: { S: "level" } };
      const { Item } = await clients.dynamodb.getItem({ TableName: given.outputs().orderLedger, Key });
      return Item?.amount?.N;
    }

    it("an order is charged, reserved and announced, once for each key", async () => {
      const order = { orderId: "o1", customer: "ann", lines: [line] };
      const first = await start("key 1", order);
      assert.deepEqual(await ended(first.execution), {
        status: "SUCCEEDED",
        output: { outcome: "accepted", orderId: "o1", total: 300 },
        error: undefined,
      });
      assert.deepEqual(await start("key 1", order), { status: 202, execution: first.execution, startedBefore: true });
      assert.equal((await start("key 1", { ...order, customer: "bob" })).status, 409);
      assert.deepEqual([await level("customer#ann"), await level("article#pen")], ["99700", "98"]);
    });

    it("the same key and order while it runs is the same execution, which the second caller hears", async () => {
      const order = { orderId: "o6", customer: "ann", lines: [{ ...line, article: "nib" }] };
      const first = await start("key 6", order);
      assert.deepEqual(await start("key 6", order), { status: 202, execution: first.execution, startedBefore: true });
      await ended(first.execution);
      assert.equal(await level("article#nib"), "98");
    });

    it("an order of the id of another customer's is refused, and that one stays paid", async () => {
      const order = { orderId: "o1", customer: "eve", lines: [line] };
      const { output } = await run("key 7", order);
      assert.deepEqual(output, {
        outcome: "refused",
        reason: "orderId: there is another order of this id",
        orderId: "o1",
      });
      assert.deepEqual([await level("customer#eve"), await level("article#pen")], [undefined, "98"]);
    });

    it("too dear, too few and nonsense are outcomes, and take nothing", async () => {
      const outcome = async (key: string, order: object) =>
        ((await run(key, order)).output as { outcome: string }).outcome;
      const order = { orderId: "o2", customer: "cid" };
      assert.equal(await outcome("key 2", { ...order, lines: [{ ...line, price: 9_999_999 }] }), "declined");
      assert.equal(
        await outcome("key 3", { ...order, lines: [{ article: "ink", quantity: 101, price: 1 }] }),
        "out of stock",
      );
      assert.equal(await outcome("key 4", { ...order, lines: [] }), "refused");
      assert.deepEqual([await level("customer#cid"), await level("article#ink")], ["100000", undefined]);
    });

    it("a step that goes on failing has everything given back, and the execution says so", async () => {
      const { Topics = [] } = await clients.sns.listTopics({});
      const TopicArn = Topics.find((topic) => topic.TopicArn?.includes(":order-accepted-"))?.TopicArn;
      await clients.sns.deleteTopic({ TopicArn });
      const order = { orderId: "o5", customer: "dan", lines: [{ article: "cup", quantity: 1, price: 500 }] };
      const { status, error } = await run("key 5", order);
      assert.deepEqual([status, error], ["FAILED", "OrderFailed"]);
      assert.deepEqual([await level("customer#dan"), await level("article#cup")], ["100000", "100"]);
    });
  });
}
