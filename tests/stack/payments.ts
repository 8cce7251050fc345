import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { EventBridge } from "@aws-sdk/client-eventbridge";
import { Kinesis } from "@aws-sdk/client-kinesis";
import { type SQS } from "@aws-sdk/client-sqs";

/** What the tests read of the stack's outputs. */
export interface PaymentOutputs {
  paymentsQueueUrl: string;
  paymentsStream: string;
  paymentsLedger: string;
}

interface Client {
  region: string;
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** Tests of the payments in a stack that has been deployed; `sqs` comes by TLS, as queues want it. */
export function describePayments(given: { outputs: () => PaymentOutputs; client: () => Client; sqs: () => SQS }): void {
  describe("payments", () => {
    let clients: { kinesis: Kinesis; events: EventBridge; dynamodb: DynamoDB };

    before(() => {
      const client = given.client();
      clients = {
        kinesis: new Kinesis(client),
        events: new EventBridge(client),
        dynamodb: new DynamoDB(client),
      };
    });
    after(() => Object.values(clients).forEach((client) => client.destroy()));

    /** The balance of an account, when all that was sent is booked. */
    async function balanceOnce(account: string, expected: string): Promise<string | undefined> {
      const Key = { id: { S: `account#${account}` } };
      for (let tries = 0; ; tries++) {
        const { Item } = await clients.dynamodb.getItem({ TableName: given.outputs().paymentsLedger, Key });
        const balance = Item?.balance?.N;
        if (balance === expected || tries === 300) return balance;
        await sleep(100);
      }
    }

    it("from a queue, a stream and the event bus are booked, and the same one from all three once", async () => {
      const { paymentsQueueUrl, paymentsStream } = given.outputs();
      const account = "ada";
      const same = { id: "same", account, amount: 1 };
      for (const MessageBody of [same, { id: "of the queue", account, amount: 20 }].map((one) => JSON.stringify(one))) {
        await given.sqs().sendMessage({ QueueUrl: paymentsQueueUrl, MessageBody });
      }
      for (const one of [same, { id: "of the stream", account, amount: 300 }]) {
        const Data = Buffer.from(JSON.stringify(one));
        await clients.kinesis.putRecord({ StreamName: paymentsStream, PartitionKey: account, Data });
      }
      const Entries = [same, { id: "of the bus", account, amount: 4_000 }].map((one) => ({
        Source: "headroom.payments",
        DetailType: "payment",
        Detail: JSON.stringify(one),
      }));
      await clients.events.putEvents({ Entries });
      assert.equal(await balanceOnce(account, "4321"), "4321");
    });
  });
}
